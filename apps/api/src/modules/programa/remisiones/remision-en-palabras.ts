import { longDate, type MedioRemision } from '@conoceles/domain'
import type { EntregableRemitidoDto } from './remisiones.dto.ts'

/** "Informes mensuales: marzo de 2024", "Listado de candidaturas. Acuerdo 12". */
export function nombreDe({ nombre, mes, evento }: Pick<EntregableRemitidoDto, 'nombre' | 'mes' | 'evento'>): string {
  if (evento) return `${nombre}. ${evento.titulo}`
  return mes === null ? nombre : `${nombre}: ${longDate(`${mes}-01`).replace(/^\d+ de /, '')}`
}

export const MEDIOS: Record<MedioRemision, string> = {
  sistema_ine_opl: 'sistema de comunicación entre el INE y los organismos locales',
  correo: 'correo electrónico',
  fisico: 'entrega física',
}
