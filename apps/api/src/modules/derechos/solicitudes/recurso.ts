import { cleanLine, esDeRecurso, SENTIDOS_QUE_ORDENAN, type ActoDerecho, type DatosRecurso, type SentidoRecurso } from '@conoceles/domain'
import { invalida } from './errores.ts'

export interface PedidoRecurso {
  acto: ActoDerecho
  diaRecurso?: string
  expedienteRecurso?: string
  sentidoRecurso?: SentidoRecurso
  cumplirAntes?: string
}

/** Facts of an act on a recurso, as they were typed; null: the act is of something else. */
export function recursoOf(pedido: PedidoRecurso, hoy: string): DatosRecurso | null {
  const { acto, diaRecurso: dia = hoy } = pedido
  if (!esDeRecurso(acto)) return null
  if (dia > hoy) throw invalida('diaRecurso', 'No puede ser posterior a hoy.')
  const expediente = cleanLine(pedido.expedienteRecurso ?? '')
  return { dia, ...(expediente && { expediente }), ...(acto === 'resolver_recurso' && resolucionOf(pedido, dia)) }
}

function resolucionOf({ sentidoRecurso: sentido, cumplirAntes }: PedidoRecurso, dia: string): Partial<DatosRecurso> {
  if (!sentido) throw invalida('sentidoRecurso', 'Diga qué resolvió el garante.')
  if (!SENTIDOS_QUE_ORDENAN.includes(sentido)) return { sentido }
  if (!cumplirAntes) throw invalida('cumplirAntes', 'Diga hasta qué día se cumple.')
  if (cumplirAntes < dia) throw invalida('cumplirAntes', 'No puede ser anterior a la resolución.')
  return { sentido, cumplirAntes }
}
