import { Entero, Instante, Lista, Objeto, Opcion, Texto } from '../../shared/validacion/fields.ts'
import { LicenciaDto } from './diccionario.dto.ts'

export class CorteDatosDto {
  @Entero({ descripcion: 'Número de corte.', ejemplo: 12 }) numero: number
  @Instante({ descripcion: 'Hora del corte.' }) en: string
  @Texto({ descripcion: 'SHA-256 de su cabecera.' }) sha256: string
}

export class ArchivoDescargaDto {
  @Texto({ descripcion: 'Nombre.', ejemplo: 'candidaturas.csv' }) archivo: string
  @Texto({ descripcion: 'Nombre con que se guarda: dice de qué corte es.' }) nombre: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Texto({ descripcion: 'Qué contiene.' }) descripcion: string
  @Opcion(['datos', 'descripcion'], { descripcion: 'Si contiene datos, o los describe.' }) clase: 'datos' | 'descripcion'
  @Texto({ descripcion: 'Tipo de medio.' }) medio: string
  @Entero({ descripcion: 'Tamaño en bytes; nulo mientras nadie lo ha pedido y no se ha hecho.', nulo: true }) bytes: number | null
  @Texto({ descripcion: 'SHA-256 de sus bytes; nulo mientras no se ha hecho.', nulo: true }) sha256: string | null
  @Texto({ descripcion: 'Dirección.' }) url: string
}

export class CampoDescargaDto {
  @Texto({ descripcion: 'Archivo en que está.' }) archivo: string
  @Texto({ descripcion: 'Nombre de la columna.' }) columna: string
  @Texto({ descripcion: 'Título.' }) titulo: string
  @Texto({ descripcion: 'Qué significa.' }) significado: string
  @Texto({ descripcion: 'Tipo de Table Schema.' }) tipo: string
  @Texto({ descripcion: 'Catálogo que nombra sus valores.', nulo: true }) catalogo: string | null
  @Texto({ descripcion: 'Fundamento de que sea pública.', nulo: true }) fundamento: string | null
  @Texto({ descripcion: 'Confianza en la fuente de ese fundamento.', nulo: true }) confianza: string | null
  @Texto({ descripcion: 'Parte de los datos cuya licencia le corresponde.' }) licencia: string
}

export class CopiaDto {
  @Instante({ descripcion: 'Cuándo se hizo.' }) en: string
}

export class ListDescargasDto {
  @Lista(() => ArchivoDescargaDto, { descripcion: 'Archivos de este corte.' }) elementos: ArchivoDescargaDto[]
  @Lista(() => CampoDescargaDto, { descripcion: 'Diccionario: cada columna de cada archivo.' }) campos: CampoDescargaDto[]
  @Lista(() => LicenciaDto, { descripcion: 'Con qué licencia se puede reutilizar cada parte; falta la parte de la que no consta.' })
  licencias: LicenciaDto[]
  @Objeto(() => CorteDatosDto, { descripcion: 'Corte de los datos.' }) corte: CorteDatosDto
  @Texto({ descripcion: 'Dirección de todo en un archivo (ZIP).' }) conjunto: string
  @Texto({ descripcion: 'Dirección de la documentación de la API.' }) documentacion: string
  @Objeto(() => CopiaDto, { descripcion: 'Si quien contesta es una copia en archivos, y no el sistema; nula en el sistema.', nulo: true })
  copia: CopiaDto | null
}
