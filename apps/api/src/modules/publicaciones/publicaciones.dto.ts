import { Entero, Instante, Objeto, Texto } from '../../shared/fields.ts'

export class CorteDto {
  @Entero({ descripcion: 'Número de corte.', ejemplo: 12 }) numero: number
  @Instante({ descripcion: 'Hora del corte.' }) en: string
  @Texto({ descripcion: 'SHA-256 de su cabecera.' }) sha256: string
}

export class EstatusPublicacionDto {
  @Objeto(() => CorteDto, { descripcion: 'Último corte.', nulo: true }) corte: CorteDto | null
  @Entero({ descripcion: 'Candidaturas por revisar.' }) pendientes: number
}
