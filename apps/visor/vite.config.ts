import vue from '@vitejs/plugin-vue'
import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'

// Code of every page travels in one file and compresses as one. Pinia, the texts of a few pages, the drawing of maps and the reading aloud of long
// pages stay with their pages.
const FIRST_VIEW = [
  { name: 'base', test: /node_modules\/(?!.*\bpinia\b)/ },
  {
    name: 'comun',
    test: /\/(packages|src)\/(?!messages\/(?!index\.ts|es-MX\/comun\.json)|components\/(marco\/EscucharView|MapaLugar|TeselasView)|shared\/(lector\/(useLectura|lectura|lector)|lugar\/(useMosaicos|mosaico))\.)/,
    minShareCount: 3,
  },
]

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [vue(), iconInside(), preloadVisor()],
  define: { __VUE_OPTIONS_API__: 'false', ...(command === 'build' && { 'process.env.NODE_ENV': JSON.stringify('production') }) },
  build: {
    outDir: 'dist/client',
    target: 'es2022',
    // One stylesheet for the whole visor: it is small, and no route waits for its own.
    cssCodeSplit: false,
    // The content security policy admits no inline scripts but one, and of data: addresses only images.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    copyPublicDir: !isSsrBuild,
    rolldownOptions: { output: { codeSplitting: isSsrBuild ? false : { groups: FIRST_VIEW } } },
  },
  // The publisher loads one self-contained file; it has no Vue of its own. `module` keeps Vue's compiler out of it.
  ssr: { noExternal: true, resolve: { conditions: ['module', 'import', 'default'] } },
}))

/** The icon travels in the page, of which it is a hundredth: asked for apart it would need a connection of its own before anybody reads. */
function iconInside(): Plugin {
  return {
    name: 'icon-inside',
    transformIndexHtml: (html) => {
      const svg = readFileSync(new URL('public/favicon.svg', import.meta.url), 'utf8').trim()
      const data = svg.replaceAll('"', "'").replace(/[%#<>]/g, encodeURIComponent)
      return html.replace('href="/favicon.svg"', () => `href="data:image/svg+xml,${data}"`)
    },
  }
}

/** A page without content needs the visor at once; the publisher takes these links out of the pages that bring theirs. */
function preloadVisor(): Plugin {
  return {
    name: 'preload-visor',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const chunk = Object.values(bundle ?? {}).find(
          (each) => each.type === 'chunk' && each.facadeModuleId?.endsWith('/src/entry-client.ts'),
        )
        if (chunk?.type !== 'chunk') return []
        return [chunk.fileName, ...chunk.imports].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        }))
      },
    },
  }
}
