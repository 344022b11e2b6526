/**
 * A colour of OKLCH (lightness 0–1, chroma, hue in degrees) as sRGB hex, `#rrggbb`. What sRGB cannot show keeps its
 * lightness and hue and loses chroma. Matrices: https://bottosson.github.io/posts/oklab/
 */
export function hexOf(lightness: number, chroma: number, hue: number): string {
  let shown = linearOf(lightness, 0, hue)
  let low = 0
  let high = chroma
  for (let step = 0; step < 12; step++) {
    const tried = step === 0 ? chroma : (low + high) / 2
    const rgb = linearOf(lightness, tried, hue)
    if (rgb.every((channel) => channel > -ROUNDING && channel < 1 + ROUNDING)) {
      shown = rgb
      low = tried
    } else high = tried
  }
  return `#${shown.map(byteOf).join('')}`
}

/** How far outside sRGB still counts as inside: what rounding to a byte hides. */
const ROUNDING = 0.0005

function linearOf(lightness: number, chroma: number, hue: number): number[] {
  const angle = (hue * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function byteOf(linear: number): string {
  const level = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
  return Math.round(Math.min(1, Math.max(0, level)) * 255)
    .toString(16)
    .padStart(2, '0')
}
