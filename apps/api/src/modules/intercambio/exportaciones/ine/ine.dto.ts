import { Opcion, Texto } from '../../../../shared/validacion/fields.ts'
import { ALCANCES_INE, type AlcanceIne } from './ine.service.ts'

export class LibroIneQueryDto {
  @Opcion(ALCANCES_INE, {
    descripcion: 'Sólo lo que hoy es público, o todo lo capturado, con las respuestas de identidad (permiso exportaciones.identidad).',
  })
  alcance: AlcanceIne
  @Texto({ descripcion: 'Para qué se exportan las respuestas de identidad: queda en la bitácora.', opcional: true, max: 500 })
  motivo?: string
}
