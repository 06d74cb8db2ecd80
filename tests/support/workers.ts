import { buildSync } from 'esbuild'
import { resolve } from 'node:path'

const API = resolve(__dirname, '../../apps/api')

/** Inside apps/api, so that the workers find its packages; not its dist, which a test must not overwrite. */
export const WORKERS = resolve(API, '.cache/trabajadores')

/** The workers that read uploads and make documents are files of their own: a test needs them built, and nothing else of the build. */
export function buildWorkers(): void {
  buildSync({
    entryPoints: [
      'modules/fotografias/fotografia.worker.ts',
      'modules/importaciones/tabla.worker.ts',
      'shared/documentos/documento.worker.ts',
      'modules/paginas/paginas.worker.ts',
    ].map((path) => resolve(API, 'src', path)),
    outdir: WORKERS,
    entryNames: '[name]',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  })
}
