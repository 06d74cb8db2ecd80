import { Entero, Instante, Logico, Objeto, Texto } from '../../shared/validacion/fields.ts'

export class CorteDto {
  @Entero({ descripcion: 'Número de corte.', ejemplo: 12 }) numero: number
  @Instante({ descripcion: 'De qué instante son sus datos; se pueden leer cuando termina de hacerse, segundos después.' }) en: string
  @Texto({ descripcion: 'SHA-256 de su cabecera.' }) sha256: string
}

export class EstatusPublicacionDto {
  @Objeto(() => CorteDto, { descripcion: 'Último corte.', nulo: true }) corte: CorteDto | null
  @Entero({ descripcion: 'Candidaturas por revisar.' }) pendientes: number
  @Logico({ descripcion: 'Si desde el último corte cambió lo que rige para todas: el siguiente las alcanza a todas.' }) todas: boolean
}
