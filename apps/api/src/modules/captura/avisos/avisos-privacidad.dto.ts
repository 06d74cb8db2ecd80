import { CONFIANZAS } from '@conoceles/domain'
import { Entero, Fecha, Objeto, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'

const MAX_AVISO = 200_000

export class AprobacionAvisoDto {
  @Texto({ descripcion: 'Órgano que aprueba.', ejemplo: 'Comité de Transparencia' }) organo: string
  @Fecha({ descripcion: 'Fecha de la aprobación; sin ella, está por confirmar.', nulo: true }) fecha: string | null
  @Texto({ descripcion: 'Acta o acuerdo que la consigna.', nulo: true }) acta: string | null
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan seguro es el dato.' }) confianza: (typeof CONFIANZAS)[number]
  @Texto({ descripcion: 'Sesión en que se votó, si se aprobó aquí.', opcional: true }) sesion?: string
  @Fecha({ descripcion: 'Fecha del acta.', opcional: true }) actaFecha?: string
  @Texto({ descripcion: 'SHA-256 del acta.', opcional: true }) actaSha256?: string
}

export class AvisoVigenteDto {
  @Uuid({ descripcion: 'Identificador: el consentimiento lo manda de vuelta.' }) id: string
  @Entero({ descripcion: 'Versión.', ejemplo: 1 }) version: number
  @Texto({ descripcion: 'Aviso integral, en Markdown.', max: MAX_AVISO }) integral: string
  @Texto({ descripcion: 'Aviso simplificado, en Markdown.', max: MAX_AVISO }) simplificado: string
  @Texto({ descripcion: 'SHA-256 de ambos textos: a él se refiere cada consentimiento.' }) sha256: string
  @Objeto(() => AprobacionAvisoDto, { descripcion: 'Aprobación.' }) aprobacion: AprobacionAvisoDto
}
