import type { Given, Module } from '../../module.ts'
import { archivosCapturaRoutes } from './capturas/index.ts'
import { exportacionesRoutes } from './exportaciones/index.ts'
import {
  Archivo,
  Importacion,
  importacionesRoutes,
  ImportacionFila,
  ImportacionFuente,
  lecturasRoutes,
  startImportador,
} from './importaciones/index.ts'

interface Services {
  importaciones: Given<typeof importacionesRoutes>
  lecturas: Given<typeof lecturasRoutes>['lecturas']
  importador: Parameters<typeof startImportador>[0]
  archivosCaptura: Given<typeof archivosCapturaRoutes>
  exportaciones: Given<typeof exportacionesRoutes>
}

export const intercambio: Module<Services> = {
  entities: [Archivo, Importacion, ImportacionFila, ImportacionFuente],
  routes: (scope, deps, { importaciones, lecturas, exportaciones, archivosCaptura }) => {
    // Before the route of one import: its addresses are words, not identifiers.
    lecturasRoutes(scope, deps, { lecturas, importaciones })
    importacionesRoutes(scope, deps, importaciones)
    exportacionesRoutes(scope, deps, exportaciones)
    archivosCapturaRoutes(scope, deps, archivosCaptura)
  },
  figures: [
    {
      role: 'instituto',
      sql: `select count(*)::int as importaciones_en_curso from captura.importacion where estatus in ('leyendo', 'revisando', 'aplicando', 'deshaciendo')`,
      help: { importaciones_en_curso: 'Listas que se leen, revisan, aplican o deshacen.' },
    },
  ],
  jobs: [{ everywhere: true, start: ({ importador }, log) => startImportador(importador, log) }],
}
