import { Entero, Instante, Libre, Lista, Logico, Texto } from '../../shared/fields.ts'

export class AcuseDto {
  @Texto({ descripcion: 'Folio del acuse.', ejemplo: '7KQ2M-9XWTB-4HFRC' }) folio: string
  @Texto({ descripcion: 'Acto que se recibió.', ejemplo: 'captura.guardada' }) acto: string
  @Texto({ descripcion: 'SHA-256 de la sal seguida de lo recibido en forma canónica (RFC 8785).' }) sha256: string
  @Texto({ descripcion: 'Sal: sólo la tiene quien recibió el acuse.' }) sal: string
  @Instante({ descripcion: 'Hora del servidor en que se recibió.' }) recibidoEn: string
  @Texto({ descripcion: 'Firma Ed25519 en base64.' }) firma: string
  @Texto({ descripcion: 'Dirección en la que cualquiera comprueba el acuse.' }) enlace: string
}

export class ListBitacoraQueryDto {
  @Entero({ descripcion: 'Actos anteriores a este número.', opcional: true }) despues?: number
  @Texto({ descripcion: 'Sólo este acto.', opcional: true, max: 80, ejemplo: 'candidatura.verificada' }) acto?: string
}

export class ObjetoBitacoraDto {
  @Texto({ descripcion: 'Tipo de objeto.', ejemplo: 'candidatura' }) tipo: string
  @Texto({ descripcion: 'Identificador del objeto.' }) id: string
}

export class ActoBitacoraDto {
  @Entero({ descripcion: 'Número consecutivo.', ejemplo: 128 }) n: number
  @Instante({ descripcion: 'Hora legal del acto.' }) en: string
  @Instante({ descripcion: 'Hora del sistema.' }) sistema: string
  @Texto({ descripcion: 'Acto.', ejemplo: 'captura.guardada' }) acto: string
  @Texto({ descripcion: 'Rol de quien actuó.', nulo: true, ejemplo: 'validacion' }) rol: string | null
  @Texto({ descripcion: 'Cuenta que actuó.', nulo: true }) cuenta: string | null
  @Libre({ descripcion: 'Objeto del acto.', nulo: true }) objeto: object | null
  @Libre({ descripcion: 'Nombres de lo que cambió, nunca su contenido.' }) detalle: object
  @Texto({ descripcion: 'Huella encadenada.' }) hash: string
}

export class ListBitacoraDto {
  @Lista(() => ActoBitacoraDto, { descripcion: 'Actos, del más reciente al más antiguo.' }) elementos: ActoBitacoraDto[]
  @Texto({ descripcion: 'Valor de `despues` para la página siguiente.', nulo: true }) siguiente: string | null
}

export class VerificacionBitacoraDto {
  @Logico({ descripcion: 'Si la cadena completa coincide.' }) integra: boolean
  @Entero({ descripcion: 'Actos revisados.', ejemplo: 5120 }) n: number
  @Texto({ descripcion: 'Huella del último acto.', nulo: true }) cabeza: string | null
  @Entero({ descripcion: 'Número del primer acto que no coincide.', nulo: true }) primerFallo: number | null
}
