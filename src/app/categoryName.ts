/** A category in running text: `image-to-3d` is "image to 3D". */
export function categoryInWords(category: string): string {
  return category.replaceAll('-', ' ').replace(/\b(3d|llm|json)\b/g, (word) => word.toUpperCase())
}

/** The same standing alone: "Image to 3D". */
export function categoryName(category: string): string {
  return capitalized(categoryInWords(category))
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
