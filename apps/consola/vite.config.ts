import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'

/** Pages that a persona candidata opens one after the other, on a phone. */
const HERS = {
  mia: 'hoy/MiCandidaturaPage.vue',
  captura: 'captura/secciones/CapturaPage.vue',
  seccion: 'captura/secciones/pasos/SeccionPasoPage.vue',
}
/** Opened first after signing in: the page of the day, the drafts that were not sent, and the last visit that the device kept. */
const FIRST = ['features/hoy/HoyPage.vue', ...['draft-vault', 'tab-drafts', 'visita-propia'].map((name) => `shared/guardado/${name}.ts`)]
const OWN = /features\/(hoy|captura)\/|packages\/cuestionarios\/src\/(?!versiones\/)/
const SHARED = /packages\/ui\/|consola\/src\/(shared|components|stores|messages)\//
const groups = new Map<string, string>()
const first = new Map<string, string>()

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
        // The first file names all others: each letter of a hash travels with an invitation.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        // A slow line pays for each request and each byte: what every page needs comes in two files, and what she needs before the staff's.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'vue', test: /node_modules\/(\.pnpm\/)?(@vue|vue@|vue-router|pinia)/, priority: 3 },
            { name: 'formularios', test: /@jsonforms|lodash/, priority: 2 },
            { name: 'base', tags: ['$initial'], priority: 1 },
            { name: groupOf, test: (id) => OWN.test(id) || SHARED.test(id) },
          ],
        },
      },
    },
  },
})

interface Modules {
  getModuleInfo(id: string): { importedIds: string[] } | null
}

/**
 * The first of her pages that needs a module has it in its file. Shared parts stand apart: the staff's pages take theirs without her pages, and
 * the first page after signing in takes what it needs of hers and no more.
 */
function groupOf(id: string, modules: Modules): string | null {
  if (groups.size === 0) reachAll(modules)
  if (first.has(id)) return 'inicio'
  const hers = groups.get(id) ?? null
  if (!SHARED.test(id) || hers === 'mia') return hers
  return hers === null ? 'mesa' : `${hers}-piezas`
}

function reachAll(modules: Modules): void {
  for (const [name, page] of Object.entries(HERS)) reach(groups, { name, file: join('features', page) }, modules)
  for (const file of FIRST) reach(first, { name: 'inicio', file }, modules)
}

function reach(reached: Map<string, string>, { name, file }: { name: string; file: string }, modules: Modules): void {
  const waiting = [join(import.meta.dirname, 'src', file)]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue
    reached.set(id, name)
    waiting.push(...(modules.getModuleInfo(id)?.importedIds ?? []))
  }
}

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
