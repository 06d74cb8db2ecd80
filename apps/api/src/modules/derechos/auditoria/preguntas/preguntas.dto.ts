import { Entero, Fecha, Lista, Logico, Objeto, Opcion, Texto, Textos } from '../../../../shared/validacion/fields.ts'
import { CLAVES_PREGUNTA, type ClavePregunta } from './preguntas.ts'

export const FORMATOS_PREGUNTA = ['pdf', 'xlsx', 'csv'] as const
export type FormatoPregunta = (typeof FORMATOS_PREGUNTA)[number]

export class ResponderPreguntaQueryDto {
  @Opcion(CLAVES_PREGUNTA, { descripcion: 'Qué se pregunta.' }) pregunta: ClavePregunta
  @Fecha({ descripcion: 'Desde este día.', opcional: true }) desde?: string
  @Fecha({ descripcion: 'Hasta este día; en lo público, el día del que se pregunta.', opcional: true }) hasta?: string
  @Texto({ descripcion: 'Sólo los renglones con estas palabras.', opcional: true, max: 120 }) texto?: string
}

export class ExportarPreguntaQueryDto extends ResponderPreguntaQueryDto {
  @Opcion(FORMATOS_PREGUNTA, { descripcion: 'Documento, hoja de cálculo o tabla de texto.' }) formato: FormatoPregunta
}

export class PreguntaDto {
  @Opcion(CLAVES_PREGUNTA, { descripcion: 'Clave.' }) clave: (typeof CLAVES_PREGUNTA)[number]
  @Texto({ descripcion: 'La pregunta.', ejemplo: '¿Se reescribió algo?' }) pregunta: string
  @Logico({ descripcion: 'Si su respuesta trae datos personales: pide confirmar la identidad y queda en la bitácora.' }) personal: boolean
}

export class ListPreguntasDto {
  @Lista(() => PreguntaDto, { descripcion: 'Preguntas de auditoría.' }) elementos: PreguntaDto[]
}

export class NumeroActoDto {
  @Entero({ descripcion: 'Número del acto.', ejemplo: 128 }) n: number
}

export class FilaRespuestaDto {
  @Textos({ descripcion: 'Un texto por columna.' }) celdas: string[]
  @Lista(() => NumeroActoDto, { descripcion: 'Actos de la bitácora que lo prueban.' }) actos: NumeroActoDto[]
}

export class ActoProbadoDto {
  @Entero({ descripcion: 'Número del acto.', ejemplo: 128 }) n: number
  @Texto({ descripcion: 'Qué fue.' }) acto: string
  @Texto({ descripcion: 'Cuándo.' }) cuando: string
  @Texto({ descripcion: 'Huella encadenada.' }) hash: string
  @Texto({ descripcion: 'La primera cabeza firmada que lo cubre; nula si todavía ninguna.', ejemplo: 'Corte 12', nulo: true })
  cabeza: string | null
}

export class CabezaPublicaDto {
  @Texto({ descripcion: 'Cómo se nombra.', ejemplo: 'Corte 12' }) nombre: string
  @Texto({ descripcion: 'Cuándo se firmó.' }) firmada: string
  @Entero({ descripcion: 'Último acto que cubre.' }) n: number
  @Texto({ descripcion: 'Huella de ese acto, como se firmó.' }) hash: string
  @Texto({ descripcion: 'Dirección pública que la tiene.', ejemplo: '/publico/cortes/12' }) ruta: string
}

export class RespuestaPreguntaDto extends PreguntaDto {
  @Textos({ descripcion: 'La respuesta, en frases.' }) frases: string[]
  @Textos({ descripcion: 'Columnas.' }) columnas: string[]
  @Lista(() => FilaRespuestaDto, { descripcion: 'Los primeros 200 renglones; el archivo los trae todos.' }) filas: FilaRespuestaDto[]
  @Entero({ descripcion: 'Cuántos renglones son.' }) total: number
  @Lista(() => ActoProbadoDto, { descripcion: 'Los actos que prueban esos renglones, con su huella.' }) actos: ActoProbadoDto[]
  @Objeto(() => CabezaPublicaDto, {
    descripcion: 'La primera cabeza firmada que cubre los más de ellos; nula si ninguna cubre alguno.',
    nulo: true,
  })
  cabeza: CabezaPublicaDto | null
  @Texto({ descripcion: 'Cómo se comprueba desde fuera.' }) comprobar: string
}
