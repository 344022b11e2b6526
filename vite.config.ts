import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), tailwindcss()],
  // A client build empties its folder, so app and server have one each.
  build: isSsrBuild
    ? { outDir: 'dist/server', license: { fileName: 'licenses.md' }, copyPublicDir: false }
    : {
        outDir: 'dist/app',
        license: { fileName: 'licenses.md' },
        modulePreload: { polyfill: false },
        // Libraries in one file compress better than shared out, and stay cached when the app changes.
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: 'libraries', test: /node_modules/ }] } },
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
  },
}))
