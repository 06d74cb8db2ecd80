import { CALIDADES, type Calidad } from '@conoceles/domain'
import { Archivo, Entero, Libre, Lista, Logico, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'

export class LeerArchivoCapturaDto {
  @Archivo({ descripcion: 'Documento de Word (.docx), libro de Excel (.xlsx, .xls) o CSV, de hasta 8 MB.' }) archivo: string
  @Texto({
    descripcion: 'JSON con lo que usted dijo de las etiquetas que no se reconocieron: `{"etiqueta": "campo"}`; nulo: no se usa.',
    opcional: true,
    max: 16_000,
  })
  etiquetas?: string
}

/** Fields beside the file. */
export class CamposArchivoCapturaDto {
  @Texto({ descripcion: 'JSON con lo que se dijo de las etiquetas.', opcional: true, max: 16_000 }) etiquetas?: string
}

export class PreguntaEscritaDto {
  @Texto({ descripcion: 'Clave de la pregunta.', ejemplo: 'propuesta_1' }) campo: string
  @Texto({ descripcion: 'Pregunta.' }) titulo: string
  @Texto({ descripcion: 'Ayuda.', nulo: true }) descripcion: string | null
  @Texto({ descripcion: 'Clave de su sección.' }) seccion: string
}

export class CandidaturaPosibleDto {
  @Uuid({ descripcion: 'Candidatura.' }) id: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
  @Texto({ descripcion: 'Cargo.' }) cargoNombre: string
  @Texto({ descripcion: 'Demarcación.' }) lugar: string
  @Entero({ descripcion: 'Número de lista o de fórmula.' }) numero: number
  @Opcion(CALIDADES, { descripcion: 'Propietaria o suplente.' }) calidad: Calidad
  @Logico({ descripcion: 'Si es ella sin duda: su nombre completo o su clave.' }) segura: boolean
}

export class RespuestaEscritaDto {
  @Texto({ descripcion: 'Clave de la pregunta.' }) campo: string
  @Texto({ descripcion: 'Etiqueta que tiene en el archivo.' }) etiqueta: string
  @Texto({ descripcion: 'Texto del archivo.' }) texto: string
  @Libre({ descripcion: 'La respuesta bajo la clave de su pregunta, como se guardaría; nula si el texto no puede serlo.', nulo: true })
  respuesta: Record<string, unknown> | null
  @Textos({ descripcion: 'Por qué no puede serlo.' }) razones: string[]
  @Textos({ descripcion: 'Lo que conviene leer antes de guardarla.' }) avisos: string[]
  @Logico({ descripcion: 'Si no se guarda mientras alguien no la lea: puede traer un dato personal.' }) dudosa: boolean
}

export class SobranteDto {
  @Texto({ descripcion: 'Etiqueta que no es de ninguna pregunta.' }) etiqueta: string
  @Texto({ descripcion: 'Texto del archivo.' }) texto: string
}

export class PersonaEscritaDto {
  @Texto({ descripcion: 'Dónde está en el archivo.', ejemplo: 'Hoja1, fila 3' }) sitio: string
  @Texto({ descripcion: 'Nombre que dice el archivo; vacío si no dice.' }) nombre: string
  @Lista(() => CandidaturaPosibleDto, { descripcion: 'Candidaturas suyas que pueden ser, la más probable primero.' })
  candidaturas: CandidaturaPosibleDto[]
  @Lista(() => RespuestaEscritaDto, { descripcion: 'Respuestas que trae.' }) respuestas: RespuestaEscritaDto[]
  @Lista(() => SobranteDto, { descripcion: 'Lo que no se reconoció.' }) sobrantes: SobranteDto[]
}

export class ArchivoCapturaDto {
  @Texto({ descripcion: 'Nombre del archivo.' }) archivo: string
  @Lista(() => PreguntaEscritaDto, { descripcion: 'Preguntas del cuestionario curricular vigente.' }) preguntas: PreguntaEscritaDto[]
  @Lista(() => PersonaEscritaDto, { descripcion: 'Personas que trae.' }) personas: PersonaEscritaDto[]
  @Textos({ descripcion: 'Lo que conviene saber del archivo.' }) avisos: string[]
}
