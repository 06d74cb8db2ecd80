import type { Given, Module } from '../../module.ts'
import { exportacionesRoutes } from './exportaciones/index.ts'
import { Archivo, Importacion, importacionesRoutes, ImportacionFila, ImportacionFuente, startImportador } from './importaciones/index.ts'

interface Services {
  importaciones: Given<typeof importacionesRoutes>
  importador: Parameters<typeof startImportador>[0]
  exportaciones: Given<typeof exportacionesRoutes>
}

export const intercambio: Module<Services> = {
  entities: [Archivo, Importacion, ImportacionFila, ImportacionFuente],
  routes: (scope, deps, { importaciones, exportaciones }) => {
    importacionesRoutes(scope, deps, importaciones)
    exportacionesRoutes(scope, deps, exportaciones)
  },
  jobs: [{ everywhere: true, start: ({ importador }, log) => startImportador(importador, log) }],
}
