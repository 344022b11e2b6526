/** A category as a person writes it: `image-to-3d` is "Image to 3D". */
export function categoryName(category: string): string {
  const words = category.replaceAll('-', ' ').replace(/\b(3d|llm|json)\b/g, (word) => word.toUpperCase())
  return words.charAt(0).toUpperCase() + words.slice(1)
}
