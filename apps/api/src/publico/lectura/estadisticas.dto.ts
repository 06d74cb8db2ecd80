import { Entero, Fecha, Lista, Logico, Objeto, Opcion, Texto, Textos } from '../../shared/validacion/fields.ts'
import { CorteRefDto, ReferenciaDto } from './publico.dto.ts'

const TIPOS = ['publica', 'identidad']
const CONTADA_EL = 'Día en que se contaron las respuestas de identidad; nulo antes del primero.'

export class TablaParamsDto {
  @Texto({ descripcion: 'Clave de la tabla.', max: 40, patron: /^[a-z0-9_-]+$/, ejemplo: 'edad' }) tabla: string
}

export class EstadisticaRefDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Opcion(TIPOS, { descripcion: '`identidad`: cuenta respuestas protegidas; `publica`: lo que ya dicen las páginas.' })
  tipo: (typeof TIPOS)[number]
}

export class CeldaEstadisticaDto {
  @Entero({ descripcion: 'Al menos tantas personas; nulo: no hay de quién decirlo.', nulo: true }) minimo: number | null
  @Entero({ descripcion: 'A lo más tantas; igual al mínimo, el número es exacto.', nulo: true }) maximo: number | null
}

export class FilaEstadisticaDto extends ReferenciaDto {
  @Lista(() => CeldaEstadisticaDto, { descripcion: 'Una por columna, en su orden.' }) celdas: CeldaEstadisticaDto[]
}

export class ColumnaEstadisticaDto extends ReferenciaDto {
  @Logico({ descripcion: 'Si cada número de la columna es exacto; si no, es un intervalo.' }) exacta: boolean
}

export class ResumenEstadisticaDto extends EstadisticaRefDto {
  @Lista(() => ColumnaEstadisticaDto, { descripcion: 'Columnas: primero los denominadores.' }) columnas: ColumnaEstadisticaDto[]
  @Lista(() => FilaEstadisticaDto, { descripcion: 'Renglones.' }) filas: FilaEstadisticaDto[]
  @Objeto(() => FilaEstadisticaDto, { descripcion: 'Total: la suma de los renglones, o de cada candidatura una vez.' })
  total: FilaEstadisticaDto
}

export class ListEstadisticasDto {
  @Fecha({ descripcion: CONTADA_EL, nulo: true }) contadaEl: string | null
  @Textos({ descripcion: 'Días en que se volverán a contar.' }) proximas: string[]
  @Lista(() => ResumenEstadisticaDto, { descripcion: 'Tablas que hay, con parte de sus columnas; de identidad, sólo el total.' })
  elementos: ResumenEstadisticaDto[]
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}

export class NotaEstadisticaDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Cómo leer la tabla: qué cuenta y qué no se dice.' }) texto: string
}

export class EstadisticaDto extends ResumenEstadisticaDto {
  @Texto({ descripcion: 'Qué cuenta la tabla.' }) explicacion: string
  @Fecha({ descripcion: `${CONTADA_EL} También nulo en las tablas públicas, que cambian con cada corte.`, nulo: true }) contadaEl:
    string | null
  @Entero({ descripcion: 'Mínimo de personas de una celda; nulo donde nada se protege.', nulo: true }) minimo: number | null
  @Lista(() => NotaEstadisticaDto, { descripcion: 'Cómo leer la tabla: qué cuenta y qué no se dice.' }) notas: NotaEstadisticaDto[]
  @Texto({ descripcion: 'De dónde viene la regla con que se cuenta.', nulo: true }) fuente: string | null
  @Texto({ descripcion: 'Confianza en esa fuente.', nulo: true }) confianza: string | null
  @Objeto(() => CorteRefDto, { descripcion: 'Corte.' }) corte: CorteRefDto
  @Texto({ descripcion: 'Sal.' }) sal: string
}
