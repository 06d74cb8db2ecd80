import type { Given, Module } from '../../module.ts'
import { assertNotApproving, BorradorAviso, versionesAvisoRoutes } from './avisos/index.ts'
import { assertBeforeVigencia, Borrador, CandidaturaAnterior, SeccionAnterior, versionesRoutes } from './cuestionarios/index.ts'
import { PoliticaBorrador, politicasRoutes } from './politicas/index.ts'

interface Services {
  versionesAviso: Given<typeof versionesAvisoRoutes>
  versiones: Given<typeof versionesRoutes>
  politica: Given<typeof politicasRoutes>
}

export const normativa: Module<Services> = {
  entities: [Borrador, BorradorAviso, CandidaturaAnterior, PoliticaBorrador, SeccionAnterior],
  routes: (scope, deps, { versionesAviso, versiones, politica }) => {
    versionesAvisoRoutes(scope, deps, versionesAviso)
    versionesRoutes(scope, deps, versiones)
    politicasRoutes(scope, deps, politica)
  },
  consequences: (bitacora) => {
    bitacora.when('acuerdo.corregido', (tx, entry) => assertBeforeVigencia(tx, entry))
    bitacora.when('sesion.corregida', (tx, entry) => assertNotApproving(tx, entry))
  },
}
