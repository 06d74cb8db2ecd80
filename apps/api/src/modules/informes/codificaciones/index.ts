import type { Deps } from '../../../shared/deps.ts'
import { CodificadorService, type CodificadorParts } from './codificador.service.ts'
import { CodificacionesService } from './codificaciones.service.ts'
import { CodificarService } from './codificar.service.ts'

export { Codificacion } from './codificacion.entity.ts'
export { codificacionesRoutes } from './codificaciones.routes.ts'
export type { CodificacionesService } from './codificaciones.service.ts'
export { CodigoCodificacion } from './codigo.entity.ts'
export { PlazaCodificacion } from './plaza.entity.ts'
export { resealTextos } from './rotacion.queries.ts'
export { TextoCodificacion } from './texto.entity.ts'
export { VotoCodificacion } from './voto.entity.ts'
export { startCodificador } from './worker.ts'

/** The services of the codings, low to high. */
export function codificacionesModule(deps: Deps, parts: CodificadorParts) {
  const codificador = new CodificadorService(deps, parts)
  const codificaciones = new CodificacionesService(deps, { ...parts, codificador })
  return { codificador, codificaciones, codificar: new CodificarService(deps, { ...parts, codificador, codificaciones }) }
}
