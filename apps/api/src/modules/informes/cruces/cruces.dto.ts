import { CRUCES, type Cruce } from '@conoceles/domain'
import { Entero, Fecha, Instante, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'

export const FORMATOS_CRUCE = ['pdf', 'docx', 'csv'] as const
export type FormatoCruce = (typeof FORMATOS_CRUCE)[number]

export class CruceOfrecidoDto {
  @Texto({ descripcion: 'Clave de la tabla.', ejemplo: 'indigena' }) tabla: string
  @Texto({ descripcion: 'De qué trata.' }) titulo: string
  @Opcion(CRUCES, { descripcion: 'Por qué se cruza.' }) por: Cruce
  @Logico({ descripcion: 'Si se dicen respuestas; si no, sólo lo que ya es público de cada renglón.' }) respuestas: boolean
  @Texto({ descripcion: 'Página pública que dice lo mismo; nulo: sólo se ve aquí.', nulo: true }) pagina: string | null
}

export class CrucePedidoDto {
  @Uuid({ descripcion: 'Cruce.' }) id: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Fecha({ descripcion: 'Día en que se contaron las respuestas.' }) contadaEl: string
  @Texto({ descripcion: 'Para quién se hizo.' }) solicitante: string
  @Texto({ descripcion: 'Para qué lo pidió.' }) motivo: string
  @Instante({ descripcion: 'Cuándo se pidió.' }) pedidoEn: string
}

export class ListCrucesDto {
  @Texto({ descripcion: 'Dirección del sitio público.' }) sitio: string
  @Fecha({ descripcion: 'Día en que se contaron las respuestas; nulo: todavía no se cuentan.', nulo: true }) contadaEl: string | null
  @Lista(() => CruceOfrecidoDto, { descripcion: 'Lo que se puede pedir.' }) ofrecidos: CruceOfrecidoDto[]
  @Lista(() => CrucePedidoDto, { descripcion: 'Lo que se pidió, primero lo último.' }) elementos: CrucePedidoDto[]
}

export class PedirCruceDto {
  @Texto({ descripcion: 'Clave de la tabla.', max: 80 }) tabla: string
  @Opcion(CRUCES, { descripcion: 'Por qué se cruza.' }) por: Cruce
  @Texto({ descripcion: 'Para quién se hace, con su cargo.', min: 5, max: 200 }) solicitante: string
  @Texto({ descripcion: 'Para qué lo pide.', min: 10, max: 1000 }) motivo: string
}

export class FilaCruceDto {
  @Texto({ descripcion: 'Renglón.' }) nombre: string
  @Textos({ descripcion: 'Lo que se dice de cada columna, en palabras donde no hay cifra.' }) celdas: string[]
}

export class CruceDto {
  @Objeto(() => CrucePedidoDto, { descripcion: 'Cómo se pidió.' }) pedido: CrucePedidoDto
  @Texto({ descripcion: 'Cómo se llaman los renglones.' }) rotulo: string
  @Textos({ descripcion: 'Columnas.' }) columnas: string[]
  @Lista(() => FilaCruceDto, { descripcion: 'Renglones; el último es el total.' }) filas: FilaCruceDto[]
  @Textos({ descripcion: 'Qué no se dice, y por qué.' }) notas: string[]
  @Entero({ descripcion: 'Renglones de los que no se dicen respuestas.' }) sinDecir: number
}

export class CruceArchivoQueryDto {
  @Opcion(FORMATOS_CRUCE, { descripcion: 'Formato.' }) formato: FormatoCruce
}
