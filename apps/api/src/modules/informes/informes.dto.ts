import { CLASES_INFORME, CLASES_VERSION, TIPOS_COLUMNA_INFORME, type ClaseVersion } from '@conoceles/domain'
import { EntregableParamsDto } from '../programa/actividades/index.ts'
import { AcuseDto } from '../bitacora/index.ts'
import { Archivo, Entero, Fecha, Instante, Lista, Objeto, Opcion, Texto, Textos } from '../../shared/validacion/fields.ts'

export const FORMATOS_INFORME = ['pdf', 'docx', 'xlsx'] as const
export type FormatoInforme = (typeof FORMATOS_INFORME)[number]

export class InformeSeccionParamsDto extends EntregableParamsDto {
  @Texto({ descripcion: 'Clave de la sección.', max: 40 }) seccion: string
}

export class InformeNumeroParamsDto extends EntregableParamsDto {
  @Entero({ descripcion: 'Número.', min: 1 }) numero: number
}

export class InformeArchivoParamsDto extends InformeNumeroParamsDto {
  @Opcion(FORMATOS_INFORME, { descripcion: 'Formato.' }) formato: FormatoInforme
}

export class VistaPreviaInformeQueryDto {
  @Opcion(FORMATOS_INFORME, { descripcion: 'Formato.' }) formato: FormatoInforme
}

export class GuardarTextoInformeDto {
  @Entero({ descripcion: 'Versión que se tenía a la vista; 0 cuando no había ninguna.' }) version: number
  @Texto({ descripcion: 'Texto, en Markdown.', max: 60_000 }) texto: string
}

export class EmitirInformeDto {
  @Entero({ descripcion: 'Número del corte del que se emite.', min: 1 }) corte: number
}

export class InformeDto {
  @Texto({ descripcion: 'Clave de su entregable.', ejemplo: '11.13' }) clave: string
  @Texto({ descripcion: 'Número de la actividad.' }) numero: string
  @Texto({ descripcion: 'Qué es.' }) nombre: string
  @Texto({ descripcion: 'Cómo lo titulan las páginas.', ejemplo: 'Informe mensual: abril de 2024' }) titulo: string
  @Opcion(CLASES_INFORME, { descripcion: 'Clase de informe.' }) clase: (typeof CLASES_INFORME)[number]
  @Texto({ descripcion: 'Mes que informa.', nulo: true, ejemplo: '2024-04' }) mes: string | null
  @Fecha({ descripcion: 'Último día del plazo que sigue; nulo cuando ninguno espera.', nulo: true }) vence: string | null
  @Texto({ descripcion: 'De qué momento es ese plazo.', nulo: true }) milestone: string | null
  @Entero({ descripcion: 'Cortes que se tomaron.' }) cortes: number
  @Instante({ descripcion: 'Cuándo el último.', nulo: true }) ultimoCorteEn: string | null
  @Entero({ descripcion: 'Emisiones.' }) emisiones: number
  @Instante({ descripcion: 'Cuándo la última.', nulo: true }) ultimaEmisionEn: string | null
}

export class ListInformesDto {
  @Lista(() => InformeDto, { descripcion: 'En el orden del programa de trabajo.' }) elementos: InformeDto[]
}

export class SeccionInformeDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Texto({ descripcion: 'Qué se espera en ella.' }) ayuda: string
  @Texto({ descripcion: 'Lo que dice el documento mientras nadie escribe en ella.' }) vacia: string
  @Texto({ descripcion: 'Tabla en Markdown de la que se parte.', opcional: true }) plantilla?: string
  @Opcion(['antes', 'despues'], { descripcion: 'Dónde va: antes o después de las cifras.' }) lugar: 'antes' | 'despues'
  @Entero({ descripcion: 'Versión; 0 mientras nadie escribió.' }) version: number
  @Texto({ descripcion: 'Texto, en Markdown.', max: 60_000 }) texto: string
  @Instante({ descripcion: 'Cuándo se guardó.', nulo: true }) guardadoEn: string | null
}

export class InformeCorteDto {
  @Entero({ descripcion: 'Número.' }) numero: number
  @Instante({ descripcion: 'Momento en que se tomó.' }) tomadoEn: string
  @Entero({ descripcion: 'Corte público que era el más reciente.', nulo: true }) cortePublico: number | null
  @Texto({ descripcion: 'SHA-256 de los datos congelados.' }) sha256: string
  @Texto({ descripcion: 'Folio del acuse.' }) folio: string
}

export class HuellasInformeDto {
  @Texto({ descripcion: 'SHA-256 del PDF.' }) pdf: string
  @Texto({ descripcion: 'SHA-256 del DOCX.' }) docx: string
  @Texto({ descripcion: 'SHA-256 del XLSX.' }) xlsx: string
}

export class VersionInformeDto {
  @Entero({ descripcion: 'Número de la versión de su entregable.' }) numero: number
  @Opcion(CLASES_VERSION, { descripcion: 'Para qué momento se hizo.' }) clase: (typeof CLASES_VERSION)[number]
}

export class InformeEmisionDto {
  @Entero({ descripcion: 'Número.' }) numero: number
  @Entero({ descripcion: 'Número del corte de sus cifras.' }) corte: number
  @Instante({ descripcion: 'Cuándo se emitió.' }) emitidaEn: string
  @Objeto(() => HuellasInformeDto, { descripcion: 'Huella de cada archivo.' }) huellas: HuellasInformeDto
  @Objeto(() => VersionInformeDto, { descripcion: 'Versión de su entregable que es ese mismo PDF.', nulo: true })
  version: VersionInformeDto | null
  @Texto({ descripcion: 'Folio del acuse.' }) folio: string
}

export class ColumnaInformeDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Encabezado.' }) nombre: string
  @Opcion(TIPOS_COLUMNA_INFORME, { descripcion: 'Qué son sus celdas.' }) tipo: (typeof TIPOS_COLUMNA_INFORME)[number]
}

export class FilaInformeDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Renglón.' }) nombre: string
  @Textos({ descripcion: 'Celdas como se leen, en el orden de las columnas.', ejemplo: ['4,163', '97.8 %'] }) celdas: string[]
}

export class TablaInformeDto {
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Texto({ descripcion: 'Encabezado de los renglones.' }) rotulo: string
  @Texto({ descripcion: 'De quiénes son las cifras, y cuántos.' }) denominador: string
  @Lista(() => ColumnaInformeDto, { descripcion: 'Columnas.' }) columnas: ColumnaInformeDto[]
  @Lista(() => FilaInformeDto, { descripcion: 'Renglones.' }) filas: FilaInformeDto[]
  @Objeto(() => FilaInformeDto, { descripcion: 'Total.', nulo: true }) total: FilaInformeDto | null
  @Textos({ descripcion: 'Notas.' }) notas: string[]
}

export class PorEmitirDto {
  @Entero({ descripcion: 'Versión que se votó.' }) version: number
  @Entero({ descripcion: 'Emisión que es esa versión.' }) emision: number
}

export class InformeDetalleDto extends InformeDto {
  @Objeto(() => PorEmitirDto, { descripcion: 'Texto que aprobó el Pleno y que todavía dice PROYECTO; nulo si no lo hay.', nulo: true })
  porEmitir: PorEmitirDto | null
  @Textos({ descripcion: 'Por qué el último corte ya no dice cómo están las cosas; vacía cuando nada lo hace dudar.' })
  advertencias: string[]
  @Lista(() => SeccionInformeDto, { descripcion: 'Lo que se escribe en él, en orden.' }) secciones: SeccionInformeDto[]
  @Lista(() => InformeCorteDto, { descripcion: 'Del más reciente al más antiguo.' }) listaCortes: InformeCorteDto[]
  @Lista(() => InformeEmisionDto, { descripcion: 'De la más reciente a la más antigua.' }) listaEmisiones: InformeEmisionDto[]
  @Lista(() => TablaInformeDto, { descripcion: 'Cifras del corte más reciente.' }) tablas: TablaInformeDto[]
  @Textos({ descripcion: 'Cómo se obtuvieron.' }) metodo: string[]
}

export class ActoInformeDto {
  @Objeto(() => InformeDetalleDto, { descripcion: 'Cómo quedó el informe.' }) informe: InformeDetalleDto
  @Objeto(() => AcuseDto, { descripcion: 'Acuse.' }) acuse: AcuseDto
}

export class RefrescarBorradorDto {
  @Archivo({ descripcion: 'DOCX de una emisión, con lo que se escribió en él, de hasta 10 MB.' }) archivo: unknown
}

export class BorradorRefrescadoDto {
  @Texto({ descripcion: 'Nombre del archivo.' }) nombre: string
  @Texto({ descripcion: 'El DOCX, en base64.', max: 40_000_000 }) contenido: string
  @Entero({ descripcion: 'Corte del que eran sus cifras.' }) deCorte: number
  @Entero({ descripcion: 'Campos que ahora dicen otra cosa.' }) actualizadas: number
  @Entero({ descripcion: 'Campos que dicen lo mismo.' }) iguales: number
  @Textos({ descripcion: 'Los que alguien cambió a mano, y por eso se dejaron.' }) aMano: string[]
  @Textos({ descripcion: 'Los que ya no están en esta emisión, y se dejaron.' }) yaNoEstan: string[]
  @Textos({ descripcion: 'Cifras de esta emisión que el documento no tiene.' }) noEstaban: string[]
}

export class EnviarInformeDto {
  @Opcion(CLASES_VERSION, { descripcion: 'Para qué momento es.' }) clase: ClaseVersion
  @Texto({ descripcion: 'Qué cambió.', min: 3, max: 500 }) nota: string
}

export class CambiosInformeQueryDto {
  @Entero({ descripcion: 'Emisión de la que se parte.', min: 1 }) de: number
  @Entero({ descripcion: 'Emisión con la que se compara.', min: 1 }) a: number
}

export class CambioCifraDto {
  @Texto({ descripcion: 'Tabla.' }) tabla: string
  @Texto({ descripcion: 'Renglón.' }) fila: string
  @Texto({ descripcion: 'Columna.' }) columna: string
  @Texto({ descripcion: 'Lo que decía; nulo: no estaba.', nulo: true }) antes: string | null
  @Texto({ descripcion: 'Lo que dice; nulo: ya no está.', nulo: true }) ahora: string | null
}

export class VigenciaInformeDto {
  @Entero({ descripcion: 'La versión más reciente de su entregable; nulo: no hay ninguna.', nulo: true }) version: number | null
  @Instante({ descripcion: 'Momento de sus cifras; nulo: su documento no salió de una emisión de aquí.', nulo: true }) tomadoEn:
    string | null
  @Entero({ descripcion: 'Cuántas de sus cifras son otras ahora; nulo: no se pueden comparar.', nulo: true }) cambiaron: number | null
  @Lista(() => CambioCifraDto, { descripcion: 'Cada una de ellas.' }) ejemplos: CambioCifraDto[]
}

export class TramoInformeDto {
  @Opcion(['same', 'added', 'removed'], { descripcion: 'Si sigue, llegó o se fue.' }) kind: 'same' | 'added' | 'removed'
  @Texto({ descripcion: 'Palabras.', max: 60_000 }) text: string
}

export class ParrafoInformeDto {
  @Opcion(['same', 'added', 'removed', 'changed'], { descripcion: 'Qué le pasó.' }) kind: 'same' | 'added' | 'removed' | 'changed'
  @Lista(() => TramoInformeDto, { descripcion: 'Sus palabras.' }) segments: TramoInformeDto[]
}

export class CambioTextoDto {
  @Texto({ descripcion: 'Clave de la sección.' }) clave: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Lista(() => ParrafoInformeDto, { descripcion: 'Párrafo por párrafo.' }) parrafos: ParrafoInformeDto[]
}

export class CambiosInformeDto {
  @Entero({ descripcion: 'De qué emisión.' }) de: number
  @Entero({ descripcion: 'A cuál.' }) a: number
  @Lista(() => CambioCifraDto, { descripcion: 'Cifras que cambiaron.' }) cifras: CambioCifraDto[]
  @Lista(() => CambioTextoDto, { descripcion: 'Textos que cambiaron.' }) textos: CambioTextoDto[]
}
