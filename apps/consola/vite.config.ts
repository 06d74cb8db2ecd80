import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

export default defineConfig({
  base: '/consola/',
  plugins: [vue(), withoutAjv()],
  build: {
    target: 'es2022',
    // The content security policy admits neither inline scripts nor data: addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // A slow line pays for each request: what every page needs comes in two files, without what only some need.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'vue', test: /node_modules\/(\.pnpm\/)?(@vue|vue@|vue-router|pinia)/, priority: 3 },
            { name: 'formularios', test: /@jsonforms|lodash/, priority: 2 },
            {
              name: 'base',
              test: /openapi-fetch|packages\/(ui|api-client)\/|src\/(api\.ts|(shared|components|stores|messages)\/)/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
})

/**
 * The content security policy forbids what Ajv does: it writes code and runs it. Visibility is decided by
 * packages/cuestionarios without it, and the server judges the respuestas; so the form library gets a function that does nothing.
 */
function withoutAjv(): Plugin {
  const id = '\0without-ajv'
  return {
    name: 'without-ajv',
    enforce: 'pre',
    resolveId: (source) => (/^ajv(-formats|-i18n\/.+)?$/.test(source) ? id : null),
    load: (wanted) => (wanted === id ? 'export default function () {}' : null),
  }
}
