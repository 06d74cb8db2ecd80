import { buildSync } from 'esbuild'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const API = resolve(__dirname, '../../apps/api')

/** Inside apps/api, so that the workers find its packages; not its dist, which a test must not overwrite. */
export const WORKERS = resolve(API, '.cache/trabajadores')

/** Ours are TypeScript and go into the bundle. */
function npmPackages(): string[] {
  const { dependencies } = JSON.parse(readFileSync(resolve(API, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
  return Object.keys(dependencies).filter((name) => !name.startsWith('@conoceles/'))
}

/** The workers that read uploads and make documents are files of their own: a test needs them built, and nothing else of the build. */
export function buildWorkers(): void {
  buildSync({
    entryPoints: [
      'modules/captura/fotografias/fotografia.worker.ts',
      'modules/intercambio/importaciones/libros/tabla.worker.ts',
      'modules/normativa/cuestionarios/patrones.worker.ts',
      'shared/documentos/documento.worker.ts',
      'shared/renderizado/paginas.worker.ts',
      'publico/descargas/descargas.worker.ts',
      'trabajos.worker.ts',
      'preparar.worker.ts',
    ].map((path) => resolve(API, 'src', path)),
    outdir: WORKERS,
    entryNames: '[name]',
    bundle: true,
    // A decorated class is known by its name.
    keepNames: true,
    external: npmPackages(),
    loader: { '.sql': 'text' },
    platform: 'node',
    format: 'esm',
  })
}
