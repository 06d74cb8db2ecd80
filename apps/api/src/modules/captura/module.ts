import type { Given, Module } from '../../module.ts'
import { AvisoDocumento, AvisoPrivacidad, avisosPrivacidadRoutes } from './avisos/index.ts'
import { impresosRoutes } from './impresos/index.ts'
import { Consentimiento, consentimientosRoutes, Formato } from './consentimientos/index.ts'
import { Fotografia, fotografiasRoutes, Imagen } from './fotografias/index.ts'
import {
  Apertura,
  Asignacion,
  CapturaAjena,
  colaRoutes,
  Cuestionario,
  cuestionariosRoutes,
  Llave,
  Observacion,
  Pausa,
  RespuestaIdentidad,
  RespuestaObservacion,
  revisionRoutes,
  Seccion,
  SolicitudCorreccion,
  Supresion,
  tiemposRoutes,
  type AjenasService,
  type EfectosConsentimientoService,
} from './index.ts'

interface Services {
  avisos: Given<typeof avisosPrivacidadRoutes>
  consentimientos: Given<typeof consentimientosRoutes>
  cuestionarios: Given<typeof cuestionariosRoutes> & {
    cola: Given<typeof colaRoutes>
    tiempos: Given<typeof tiemposRoutes>
    revision: Given<typeof revisionRoutes>
    ajenas: AjenasService
    efectos: EfectosConsentimientoService
  }
  fotografias: Given<typeof fotografiasRoutes>
  impresos: Parameters<typeof impresosRoutes>[1]
}

/** Acts after which a persona says something else of the treatment of her data. */
const DECISIONS = ['consentimiento.otorgado', 'consentimiento.revisado', 'consentimiento.revocado'] as const

/** Acts of which a persona is told when somebody does them for her. */
const FOR_A_PERSONA = ['captura.guardada', 'fotografia.recibida', 'fotografia.retirada', 'consentimiento.otorgado'] as const

export const captura: Module<Services> = {
  entities: [
    Apertura,
    Asignacion,
    AvisoDocumento,
    AvisoPrivacidad,
    CapturaAjena,
    Consentimiento,
    Cuestionario,
    Formato,
    Fotografia,
    Imagen,
    Llave,
    Observacion,
    Pausa,
    RespuestaIdentidad,
    RespuestaObservacion,
    Seccion,
    SolicitudCorreccion,
    Supresion,
  ],
  routes: (scope, deps, { avisos, consentimientos, cuestionarios, fotografias, impresos }) => {
    avisosPrivacidadRoutes(scope, deps, avisos)
    consentimientosRoutes(scope, deps, consentimientos)
    cuestionariosRoutes(scope, deps, cuestionarios)
    colaRoutes(scope, deps, cuestionarios.cola)
    tiemposRoutes(scope, deps, cuestionarios.tiempos)
    revisionRoutes(scope, cuestionarios.revision)
    fotografiasRoutes(scope, deps, fotografias)
    impresosRoutes(scope, impresos)
  },
  consequences: (bitacora, { cuestionarios: { ajenas, efectos } }) => {
    for (const acto of FOR_A_PERSONA) bitacora.beside(acto, (tx, entry) => ajenas.record(tx, entry))
    for (const acto of DECISIONS) bitacora.when(acto, async (tx, { objeto }) => (objeto ? efectos.apply(tx, objeto.id) : undefined))
  },
}
