import type { DrawnPage } from './drawing.ts'

/**
 * The app's page with a drawing where the app draws, and the answer that it needs to take it over, which it does once
 * the drawing was seen.
 */
export function placeDrawing(html: string, { markup, answer }: DrawnPage): string {
  return (
    html
      .replace(
        /<script type="module" crossorigin src="([^"]+)"><\/script>/,
        '<link rel="modulepreload" crossorigin href="$1" />\n    <script defer src="/takeOver.js" data-app="$1"></script>',
      )
      // A function, as "$&" in a text would mean something. Nothing in the answer may look like the end of its element.
      .replace(
        '<div id="root"></div>',
        () =>
          `<div id="root">${markup}</div>\n    <script type="application/json" id="answer">${answer.replaceAll('<', String.raw`\u003c`)}</script>`,
      )
  )
}
