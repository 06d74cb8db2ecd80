import { Entero, Instante, Libre, Lista, Logico, Objeto, Texto, Textos } from '../../../shared/validacion/fields.ts'
import { IdParamsDto } from '../../../shared/validacion/shared.dto.ts'
import { CorteRefDto } from '../publico.dto.ts'

export class Sha256ParamsDto {
  @Texto({ descripcion: 'SHA-256 en hexadecimal.', patron: /^[0-9a-f]{64}$/ }) sha256: string
}

export class ListCortesQueryDto {
  @Entero({ descripcion: 'Cortes anteriores a este número.', opcional: true, min: 1 }) antes?: number
}

export class CorteParamsDto {
  @Entero({ descripcion: 'Número de corte.', min: 1, ejemplo: 1 }) numero: number
}

export class CorteItemDto extends CorteRefDto {
  @Texto({ descripcion: 'SHA-256 de la forma canónica de su cabecera.' }) sha256: string
}

export class ListCortesDto {
  @Lista(() => CorteItemDto, { descripcion: 'Cortes, del más reciente al más antiguo.' }) elementos: CorteItemDto[]
}

export class RecursoCorteDto {
  @Texto({ descripcion: 'Ruta bajo /api/v1/publico/.' }) ruta: string
  @Texto({ descripcion: 'SHA-256 de sus bytes.' }) sha256: string
  @Entero({ descripcion: 'Tamaño en bytes.' }) bytes: number
}

export class CortePublicoDto {
  @Libre({
    descripcion: 'Lo firmado: proceso, numero, en, anterior, recursos, politica, abiertas, aviso, cuestionarios, paquete y bitacora.',
  })
  cabecera: object
  @Texto({ descripcion: 'Firma Ed25519 de la forma canónica (RFC 8785) de la cabecera, en base64.' }) firma: string
  @Texto({ descripcion: 'Identificador de la llave.' }) llave: string
  @Lista(() => RecursoCorteDto, { descripcion: 'Todo lo que era público en este corte.' }) recursos: RecursoCorteDto[]
}

export class CambiosParamsDto {
  @Entero({ descripcion: 'Número de corte; 0, para quien todavía no tiene nada.', min: 0, ejemplo: 0 }) numero: number
  @Entero({ descripcion: 'Número del mismo corte o de uno posterior.', min: 1, ejemplo: 1 }) hasta: number
}

export class CambiosCortesDto {
  @Entero({ descripcion: 'Corte desde el que se compara.' }) desde: number
  @Entero({ descripcion: 'Corte hasta el que se compara.' }) hasta: number
  @Textos({ descripcion: 'Candidaturas que antes no eran públicas.' }) agregadas: string[]
  @Textos({ descripcion: 'Candidaturas cuya ficha es otra.' }) cambiadas: string[]
  @Textos({ descripcion: 'Candidaturas que dejaron de ser públicas: quien guarde una copia la borra. La razón no se publica.' })
  retiradas: string[]
}

export class PruebaParamsDto extends IdParamsDto {
  @Entero({ descripcion: 'Número de corte.', min: 1, ejemplo: 1 }) numero: number
}

export class EntradaProbadaDto extends RecursoCorteDto {
  @Entero({ descripcion: 'Su lugar en la lista, desde cero.' }) indice: number
  @Textos({ descripcion: 'Huellas SHA-256 desde su lado hasta debajo de la raíz (RFC 9162, §2.1.3).' }) camino: string[]
}

export class PruebaRecursoDto {
  @Texto({ descripcion: 'Ruta por la que se pregunta.' }) ruta: string
  @Lista(() => EntradaProbadaDto, {
    descripcion:
      'La entrada de la lista que la nombra. Si ninguna la nombra, las vecinas entre las que estaría. Cada hoja del árbol es la forma canónica (RFC 8785) de `{bytes, ruta, sha256}`.',
  })
  entradas: EntradaProbadaDto[]
}

export class PruebaCorteDto {
  @Libre({ descripcion: 'Lo firmado: en `recursos` están cuántos son y la raíz del árbol (RFC 9162) de su lista.' }) cabecera: object
  @Texto({ descripcion: 'Firma Ed25519 de la forma canónica (RFC 8785) de la cabecera, en base64.' }) firma: string
  @Texto({ descripcion: 'Identificador de la llave.' }) llave: string
  @Lista(() => PruebaRecursoDto, { descripcion: 'Su página y sus datos.' }) pruebas: PruebaRecursoDto[]
}

export class ListCabezasQueryDto {
  @Entero({ descripcion: 'Cabezas anteriores a este número.', opcional: true, min: 1 }) antes?: number
}

export class CabezaBitacoraDto {
  @Entero({ descripcion: 'Cuántos actos tenía la bitácora.', ejemplo: 5120 }) n: number
  @Texto({ descripcion: 'Huella encadenada de ese acto.' }) hash: string
}

export class CabezaFirmadaDto {
  @Texto({ descripcion: 'Qué es lo firmado.', ejemplo: 'cabeza de la bitácora' }) tipo: string
  @Entero({ descripcion: 'Número consecutivo de la cabeza.', ejemplo: 12 }) numero: number
  @Instante({ descripcion: 'Hora del servidor en que se firmó.' }) en: string
  @Texto({ descripcion: 'SHA-256 de la forma canónica de la cabeza anterior.', nulo: true }) anterior: string | null
  @Objeto(() => CabezaBitacoraDto, { descripcion: 'Hasta dónde llegaba la bitácora; de lo que contiene no dice nada.' })
  bitacora: CabezaBitacoraDto
}

export class CabezaDto {
  @Objeto(() => CabezaFirmadaDto, { descripcion: 'Lo firmado.' }) cabecera: CabezaFirmadaDto
  @Texto({ descripcion: 'Firma Ed25519 de la forma canónica (RFC 8785) de la cabecera, en base64.' }) firma: string
  @Texto({ descripcion: 'Identificador de la llave.' }) llave: string
}

export class ListCabezasDto {
  @Lista(() => CabezaDto, { descripcion: 'Cabezas firmadas, de la más reciente a la más antigua.' }) elementos: CabezaDto[]
}

export class FolioParamsDto {
  @Texto({ descripcion: 'Folio del acuse.', max: 20, ejemplo: '7KQ2M-9XWTB-4HFRC' }) folio: string
}

export class AcusePublicoDto {
  @Texto({ descripcion: 'Folio.' }) folio: string
  @Texto({ descripcion: 'Acto.' }) acto: string
  @Texto({ descripcion: 'Huella con sal de lo recibido.' }) sha256: string
  @Instante({ descripcion: 'Hora del servidor.' }) recibidoEn: string
  @Texto({ descripcion: 'Firma Ed25519.' }) firma: string
  @Texto({ descripcion: 'Llave.' }) llave: string
  @Logico({ descripcion: 'Si la firma corresponde.' }) valido: boolean
}

export class LlaveDto {
  @Texto({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Algoritmo.', ejemplo: 'Ed25519' }) algoritmo: string
  @Texto({ descripcion: 'Llave pública SPKI en base64.' }) llave: string
  @Texto({ descripcion: 'SHA-256 de esa llave (SPKI en DER), para compararla con la que el Instituto publique fuera de este sitio.' })
  huella: string
  @Instante({ descripcion: 'Desde cuándo firma; nulo: desde el principio.', nulo: true }) desde: string | null
  @Instante({ descripcion: 'Hasta cuándo firmó; nulo: sigue firmando. Lo que firmó antes sigue siendo válido.', nulo: true })
  hasta: string | null
  @Texto({ descripcion: 'La llave a la que releva; nulo: es la primera.', nulo: true }) anterior: string | null
  @Texto({ descripcion: 'Texto con que la llave anterior reconoce a ésta, en la forma en que se firmó (RFC 8785).', nulo: true })
  relevo: string | null
  @Texto({ descripcion: 'Firma de ese texto por la llave anterior.', nulo: true }) firmaRelevo: string | null
}

export class ListLlavesDto {
  @Lista(() => LlaveDto, { descripcion: 'Llaves con que se firmó.' }) elementos: LlaveDto[]
}
