import { Fecha, Logico, Texto, Uuid } from '../../../shared/validacion/fields.ts'

export class CandidaturaRefDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre completo.' }) nombre: string
}

export class MiembroRefDto extends CandidaturaRefDto {
  @Logico({ descripcion: 'Si esta cuenta puede abrirla; de las demás se dice lo que es público.' }) alAlcance: boolean
}

export class AcuerdoRefDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Número del acuerdo.' }) numero: string
  @Fecha({ descripcion: 'Fecha del acuerdo.' }) fecha: string
}

export class AdvertenciaDto {
  @Texto({ descripcion: 'Clave de la regla.' }) regla: string
  @Texto({ descripcion: 'Lo que pide la regla.' }) reglaTexto: string
  @Texto({ descripcion: 'Qué conviene revisar. No impide nada.' }) texto: string
  @Texto({ descripcion: 'De dónde viene la regla.' }) fuente: string
  @Texto({ descripcion: 'Cuánto se confía en la fuente.', ejemplo: 'media' }) confianza: string
}
