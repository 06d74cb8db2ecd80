import { Entero, Instante, Logico, Texto } from '../../shared/validacion/fields.ts'

export class AcuseDto {
  @Texto({ descripcion: 'Folio del acuse.', ejemplo: '7KQ2M-9XWTB-4HFRC' }) folio: string
  @Texto({ descripcion: 'Acto que se recibió.', ejemplo: 'captura.guardada' }) acto: string
  @Texto({ descripcion: 'SHA-256 de la sal seguida de lo recibido en forma canónica (RFC 8785).' }) sha256: string
  @Texto({ descripcion: 'Sal: sólo la tiene quien recibió el acuse.' }) sal: string
  @Instante({ descripcion: 'Hora del servidor en que se recibió.' }) recibidoEn: string
  @Texto({ descripcion: 'Firma Ed25519 en base64.' }) firma: string
  @Texto({ descripcion: 'Dirección en la que cualquiera comprueba el acuse.' }) enlace: string
}

export class VerificacionBitacoraDto {
  @Logico({ descripcion: 'Si la cadena completa coincide.' }) integra: boolean
  @Entero({ descripcion: 'Actos revisados.', ejemplo: 5120 }) n: number
  @Texto({ descripcion: 'Huella del último acto.', nulo: true }) cabeza: string | null
  @Entero({ descripcion: 'Número del primer acto que no coincide.', nulo: true }) primerFallo: number | null
}
