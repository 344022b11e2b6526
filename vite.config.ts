import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/**
 * Components of React Router that nobody uses stay in the first script, 1.9 kB of it, because they are given names for
 * developer tools; without these the bundler drops them.
 */
const dropUnusedRouterParts: Plugin = {
  name: 'drop-unused-router-parts',
  transform: {
    filter: { id: /\/react-router\/dist\/production\// },
    handler: (code) =>
      code
        .replaceAll(/^\w+\.displayName = .*$/gm, '')
        .replaceAll(/(?<= = )React\d*\.forwardRef\(/g, '/* @__PURE__ */ $&'),
  },
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), tailwindcss(), dropUnusedRouterParts],
  // The package names its development build alone, the one for production lies beside it.
  resolve: {
    alias: [
      {
        find: /^react-router$/,
        replacement: fileURLToPath(
          new URL('node_modules/react-router/dist/production/index.mjs', import.meta.url),
        ),
      },
    ],
  },
  // A client build empties its folder, so app and server have one each.
  build: isSsrBuild
    ? { outDir: 'dist/server', license: { fileName: 'licenses.md' }, copyPublicDir: false }
    : {
        outDir: 'dist/app',
        license: { fileName: 'licenses.md' },
        // By it the server knows what the page of a model will need.
        manifest: true,
        modulePreload: { polyfill: false },
        // What the first page needs compresses best in one file; the libraries are four fifths of it.
        rolldownOptions: {
          output: {
            codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] },
            // The first script names all others: 36 bits of hash tell two versions of one apart as well.
            chunkFileNames: 'assets/[name]-[hash:6].js',
          },
        },
      },
  // The server runs from what is built alone, without node_modules.
  // Only what is native, and can be done without, stays outside.
  ssr: { noExternal: true, external: ['sharp'] },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    // Some try every model of the catalogue, on machines of any speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
}))
