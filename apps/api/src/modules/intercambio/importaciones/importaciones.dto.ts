import { COLUMNAS_CON_CATALOGO, COLUMNAS_IMPORTACION, TIPOS_HALLAZGO, VEREDICTOS_IMPORTACION } from '@conoceles/domain'
import { AcuseDto } from '../../bitacora/index.ts'
import { Archivo, Entero, Instante, Libre, Lista, Logico, Objeto, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'
import { ESTATUS_IMPORTACION, FORMATOS_IMPORTACION } from './importacion.entity.ts'

export class RecibirImportacionDto {
  @Archivo({
    descripcion: 'Lista aprobada en CSV, XLSX o XLS, o el libro de candidaturas del INE en XLSX o XLS; de hasta 32 MB y 120,000 filas.',
  })
  archivo: string
  @Texto({ descripcion: 'De dónde viene la lista: si sus columnas se guardaron con ese nombre, se leen igual.', opcional: true, max: 120 })
  fuente?: string
}

/** Fields beside the file. */
export class CamposImportacionDto {
  @Texto({ descripcion: 'De dónde viene la lista.', opcional: true, max: 120 }) fuente?: string
}

export class AsignarColumnasDto {
  @Libre({
    descripcion: 'Encabezado del archivo en que está cada columna de la lista. Las que no son necesarias pueden faltar.',
    ejemplo: { clave: 'Clave de la candidatura', nombre: 'Nombre(s)' },
  })
  columnas: Record<string, unknown>
  @Libre({
    descripcion: 'Valor de las columnas que el archivo no tiene y que es el mismo en todas sus filas.',
    ejemplo: { acuerdo_numero: 'IMPEPAC/CEE/000/2024', acuerdo_fecha: '2024-03-30' },
    opcional: true,
  })
  fijos?: Record<string, unknown>
  @Texto({ descripcion: 'Nombre de la fuente con que se guardan, para la próxima vez.', opcional: true, min: 1, max: 120 })
  guardarComo?: string
}

export class ConfirmarImportacionDto {
  @Logico({ descripcion: 'Si las filas rechazadas se dejan fuera; sin esto, una sola detiene todo.', opcional: true })
  omitirRechazadas?: boolean
}

export class TratarImportacionDto {
  @Logico({ descripcion: 'Si se reparan los acentos rotos; si no, sus renglones se rechazan.', opcional: true }) acentos?: boolean
  @Logico({ descripcion: 'Si los nombres en mayúsculas se escriben con su forma usual.', opcional: true }) formaUsual?: boolean
  @Logico({ descripcion: 'Si se importan los renglones de otras entidades, donde el proceso lo admite.', opcional: true })
  otrasEntidades?: boolean
}

export class TratamientoDto {
  @Logico({ descripcion: 'Si se reparan los acentos rotos.' }) acentos: boolean
  @Logico({ descripcion: 'Si los nombres en mayúsculas se escriben con su forma usual.' }) formaUsual: boolean
  @Logico({ descripcion: 'Si se importan los renglones de otras entidades.' }) otrasEntidades: boolean
}

export class HallazgosDto {
  @Entero({ descripcion: 'Renglones con acentos rotos que se pueden reparar.' }) acentos: number
  @Entero({ descripcion: 'Renglones con textos que perdieron letras: no se pueden reparar.' }) irreparables: number
  @Entero({ descripcion: 'Renglones con algún nombre todo en mayúsculas.' }) mayusculas: number
  @Entero({ descripcion: 'Renglones de otras entidades.' }) otrasEntidades: number
}

export class HallazgoFilaDto {
  @Opcion(TIPOS_HALLAZGO, { descripcion: 'Qué se encontró.' }) tipo: (typeof TIPOS_HALLAZGO)[number]
  @Texto({ descripcion: 'Columna.' }) columna: string
  @Texto({ descripcion: 'Lo que trae el archivo; nulo si no se muestra.', nulo: true }) antes: string | null
  @Texto({ descripcion: 'Cómo quedaría.', nulo: true }) despues: string | null
}

export class ResumenImportacionDto {
  @Entero({ descripcion: 'Filas que crean una candidatura.' }) crear: number
  @Entero({ descripcion: 'Filas que cambian una.' }) cambiar: number
  @Entero({ descripcion: 'Filas que no cambian nada.' }) igual: number
  @Entero({ descripcion: 'Filas rechazadas.' }) rechazar: number
  @Entero({ descripcion: 'Filas con alguna advertencia, cualquiera que sea su veredicto.' }) advertir: number
}

export class AvanceImportacionDto {
  @Entero({ descripcion: 'Filas hechas.' }) hechas: number
  @Entero({ descripcion: 'Filas por hacer en total; mientras se lee, una estimación.' }) total: number
}

export class CambioFilaDto {
  @Texto({ descripcion: 'Columna, o lo que se crea con la fila.', ejemplo: 'apodo' }) campo: string
  @Texto({ descripcion: 'Lo que hay.', nulo: true }) antes: string | null
  @Texto({ descripcion: 'Lo que quedaría.', nulo: true }) despues: string | null
}

export class ErrorFilaDto {
  @Texto({ descripcion: 'Columna.', ejemplo: 'cargo' }) columna: string
  @Texto({ descripcion: 'Por qué se rechaza.' }) razon: string
}

export class AdvertenciaFilaDto {
  @Texto({ descripcion: 'Clave de la regla; nula si lo que se advierte es de su propio archivo.', nulo: true }) regla: string | null
  @Texto({ descripcion: 'Columna, si es de una.', nulo: true }) columna: string | null
  @Texto({ descripcion: 'Qué se advierte.' }) texto: string
}

export class FilaImportacionDto {
  @Entero({ descripcion: 'Número de fila, como lo muestra la hoja de cálculo.', ejemplo: 2 }) fila: number
  @Texto({ descripcion: 'Nombre de la hoja, si el libro tiene varias.', nulo: true }) hoja: string | null
  @Opcion(VEREDICTOS_IMPORTACION, { descripcion: 'Qué pasaría con la fila.' }) veredicto: (typeof VEREDICTOS_IMPORTACION)[number]
  @Texto({ descripcion: 'Clave de la candidatura.', nulo: true }) clave: string | null
  @Texto({ descripcion: 'Nombre completo.', nulo: true }) nombre: string | null
  @Libre({ descripcion: 'Lo que dice la fila en cada columna, ya con sus correcciones; vacío cuando la importación termina.' })
  celdas: object
  @Libre({ descripcion: 'Lo que alguien corrigió en la fila, por columna.' }) correcciones: object
  @Lista(() => CambioFilaDto, { descripcion: 'Qué cambia.' }) cambios: CambioFilaDto[]
  @Lista(() => ErrorFilaDto, { descripcion: 'Por qué se rechaza.' }) errores: ErrorFilaDto[]
  @Lista(() => AdvertenciaFilaDto, { descripcion: 'Qué conviene mirar; no detiene nada.' }) advertencias: AdvertenciaFilaDto[]
  @Lista(() => HallazgoFilaDto, { descripcion: 'Textos por reparar, o de otra entidad.' }) hallazgos: HallazgoFilaDto[]
}

export class EncabezadoDto {
  @Texto({ descripcion: 'Encabezado, como está en el archivo.' }) titulo: string
  @Textos({ descripcion: 'Primeros valores de la columna.' }) ejemplos: string[]
  @Opcion(COLUMNAS_IMPORTACION, { descripcion: 'Columna de la lista que parece ser.', nulo: true }) columna:
    (typeof COLUMNAS_IMPORTACION)[number] | null
}

export class LecturaListaDto {
  @Texto({ descripcion: 'Hoja en que está la lista.' }) hoja: string
  @Entero({ descripcion: 'Fila en que empiezan sus encabezados.' }) encabezado: number
}

export class ValorEntendidoDto {
  @Opcion(COLUMNAS_CON_CATALOGO, { descripcion: 'Columna.' }) columna: (typeof COLUMNAS_CON_CATALOGO)[number]
  @Texto({ descripcion: 'Lo que dice el archivo, sin acentos ni mayúsculas.' }) escrito: string
  @Texto({ descripcion: 'Clave de lo que significa.' }) clave: string
}

export class ColumnaListaDto {
  @Opcion(COLUMNAS_IMPORTACION, { descripcion: 'Columna de la lista.' }) clave: (typeof COLUMNAS_IMPORTACION)[number]
  @Logico({ descripcion: 'Si la lista no se puede leer sin ella.' }) necesaria: boolean
  @Logico({ descripcion: 'Si puede ser un solo valor para todo el archivo.' }) fija: boolean
}

export class AdicionDto {
  @Opcion(['acuerdo', 'postulacion', 'contienda', 'demarcacion', 'actor_politico'], { descripcion: 'Qué se crea.' }) tipo:
    'acuerdo' | 'postulacion' | 'contienda' | 'demarcacion' | 'actor_politico'
  @Texto({ descripcion: 'Clave.' }) clave: string
  @Texto({ descripcion: 'Nombre.' }) nombre: string
}

export class ImportacionListadaDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre del archivo.' }) archivo: string
  @Texto({ descripcion: 'SHA-256 del archivo.' }) sha256: string
  @Entero({ descripcion: 'Tamaño del archivo en bytes.' }) bytes: number
  @Opcion(FORMATOS_IMPORTACION, { descripcion: 'Lista aprobada, o libro de candidaturas del INE.' })
  formato: (typeof FORMATOS_IMPORTACION)[number]
  @Texto({ descripcion: 'De dónde viene la lista.', nulo: true }) fuente: string | null
  @Instante({ descripcion: 'Cuándo se recibió.' }) creadaEn: string
  @Instante({ descripcion: 'Cuándo se confirmó, se deshizo, se descartó o falló.', nulo: true }) cerradaEn: string | null
  @Opcion(ESTATUS_IMPORTACION, { descripcion: 'Estatus.' }) estatus: (typeof ESTATUS_IMPORTACION)[number]
  @Objeto(() => AvanceImportacionDto, { descripcion: 'Hasta dónde va, mientras se trabaja en ella.', nulo: true })
  avance: AvanceImportacionDto | null
  @Texto({ descripcion: 'Por qué falló, o por qué hay que volver a mirarla.', nulo: true }) falla: string | null
  @Objeto(() => ResumenImportacionDto, { descripcion: 'Cuántas filas de cada veredicto; ceros hasta que se revisa.' })
  resumen: ResumenImportacionDto
}

const BLOQUEADOS = 'Si los datos están bloqueados por ley: ya no se reciben listas ni se hace nada con las recibidas.'

export class ImportacionDto extends ImportacionListadaDto {
  @Lista(() => EncabezadoDto, { descripcion: 'Encabezados del archivo, mientras hay que decir qué columna es cada uno.' })
  encabezados: EncabezadoDto[]
  @Lista(() => ColumnaListaDto, { descripcion: 'Columnas de la lista, en su orden.' }) columnas: ColumnaListaDto[]
  @Objeto(() => LecturaListaDto, { descripcion: 'De dónde se leyó la lista; nula en otros formatos y hasta que se lee.', nulo: true })
  lectura: LecturaListaDto | null
  @Libre({ descripcion: 'Valores que son los mismos en todas sus filas, por columna.' }) fijos: object
  @Lista(() => ValorEntendidoDto, { descripcion: 'Textos cuyo significado alguien confirmó.' }) valores: ValorEntendidoDto[]
  @Objeto(() => TratamientoDto, { descripcion: 'Qué se eligió hacer con sus textos y renglones.' }) tratamiento: TratamientoDto
  @Objeto(() => HallazgosDto, { descripcion: 'Cuántos renglones tienen algo que reparar o elegir.' }) hallazgos: HallazgosDto
  @Logico({ descripcion: 'Si el proceso admite importar candidaturas de otras entidades.' }) admiteOtrasEntidades: boolean
  @Lista(() => AdicionDto, { descripcion: 'Lo que crea en los catálogos, además de candidaturas.' }) crea: AdicionDto[]
  @Textos({ descripcion: 'Sobre el archivo en conjunto.' }) avisos: string[]
  @Objeto(() => AcuseDto, { descripcion: 'Acuse de la confirmación.', nulo: true }) acuse: AcuseDto | null
  @Logico({ descripcion: 'Si se puede deshacer.' }) puedeDeshacer: boolean
  @Textos({ descripcion: 'Por qué no se puede deshacer, si está confirmada.' }) razonesDeshacer: string[]
  @Logico({ descripcion: BLOQUEADOS }) datosBloqueados: boolean
}

export class ListImportacionesQueryDto {
  @Uuid({ descripcion: 'Valor de `siguiente` de la página anterior.', opcional: true }) despues?: string
}

export class ListImportacionesDto {
  @Lista(() => ImportacionListadaDto, { descripcion: 'De la más reciente a la más antigua.' }) elementos: ImportacionListadaDto[]
  @Entero({ descripcion: 'Cuántas hay.' }) total: number
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
  @Logico({ descripcion: BLOQUEADOS }) datosBloqueados: boolean
}

export class ListFilasQueryDto {
  @Opcion(VEREDICTOS_IMPORTACION, { descripcion: 'Sólo las de este veredicto.', opcional: true })
  veredicto?: (typeof VEREDICTOS_IMPORTACION)[number]
  @Opcion(TIPOS_HALLAZGO, { descripcion: 'Sólo las que tienen esto.', opcional: true }) hallazgo?: (typeof TIPOS_HALLAZGO)[number]
  @Opcion(['true', 'false'], { descripcion: 'Sólo las que tienen advertencias.', opcional: true }) advertidas?: 'true' | 'false'
  @Entero({ descripcion: 'Valor de `siguiente` de la página anterior.', opcional: true }) despues?: number
  @Entero({ descripcion: 'Cuántas por página.', opcional: true, min: 1, max: 500 }) limite?: number
}

export class ListFilasDto {
  @Lista(() => FilaImportacionDto, { descripcion: 'En el orden del archivo.' }) elementos: FilaImportacionDto[]
  @Entero({ descripcion: 'Cuántas hay con ese filtro.' }) total: number
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}

export class FuenteImportacionDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre de la fuente.' }) nombre: string
  @Libre({ descripcion: 'Encabezado en que está cada columna.' }) columnas: object
}

export class ListFuentesDto {
  @Lista(() => FuenteImportacionDto, { descripcion: 'Por nombre.' }) elementos: FuenteImportacionDto[]
}
