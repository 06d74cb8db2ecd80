import { Lista, Opcion, Texto } from '../../shared/validacion/fields.ts'
import { GRAVEDADES, type Gravedad } from './hallazgo.ts'

export class HallazgoDto {
  @Texto({ descripcion: 'De qué trata.', ejemplo: 'Correo' }) asunto: string
  @Opcion(GRAVEDADES, { descripcion: 'Si falla, si conviene mirarlo, o si está bien.' }) gravedad: Gravedad
  @Texto({ descripcion: 'Lo que se encontró.' }) dice: string
  @Texto({ descripcion: 'Qué hacer; nulo: nada, o ya lo dice.', nulo: true }) remedio: string | null
}

export class DiagnosticoDto {
  @Lista(() => HallazgoDto, { descripcion: 'Lo que se revisó: primero lo que falla.' }) hallazgos: HallazgoDto[]
}
