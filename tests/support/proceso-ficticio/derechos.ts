import type { DerechosPack } from '@conoceles/domain'

const invented = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const

export const derechos: DerechosPack = {
  prevenir: { dias: 3, ...invented },
  desahogar: { dias: 4, ...invented },
  responder: { dias: 8, ...invented },
  ampliar: { dias: 2, ...invented },
  hacerEfectivo: { dias: 5, ...invented },
  declinar: { dias: 2, ...invented },
  recurrir: { dias: 6, ...invented },
  bloquear: { dias: 0, ...invented },
  ocultar: { horas: 24, ...invented },
}
