import { nombreActo } from '@conoceles/domain'
import { readNombres } from '../nombres.queries.ts'
import { listRetiros } from './retiros.queries.ts'
import { cuantos, dentro, type Contexto, type Respuesta } from './respuesta.ts'

const COLUMNAS = ['De quién', 'Qué', 'Lo pidió', 'Salió', 'Cuánto tardó', 'Sus bytes']

/** Pages of candidaturas that left, with the act before and the corte that took them. */
export async function responderRetiros({ tx, periodo, instante, dia }: Contexto): Promise<Respuesta> {
  const rows = (await listRetiros(tx)).filter(({ en }) => dentro(dia(en), periodo))
  const nombres = await readNombres(tx, rows.map(({ candidaturaId }) => candidaturaId), { personas: true }) // prettier-ignore
  const left = rows.filter(({ limpio }) => !limpio).length
  return {
    frases: [
      rows.length === 0 ? 'No se retiró ninguna ficha.' : `Hubo ${cuantos(rows.length, ['retiro', 'retiros'])}.`,
      ...(left > 0 ? [`De ${left} todavía hay bytes de versiones anteriores a la vista.`] : []),
      'El corte vacía las memorias de este sistema en el momento en que se publica; una copia en otra dirección lo retira al tomar ese corte.',
    ],
    columnas: COLUMNAS,
    filas: rows.map((row) => ({
      celdas: [
        nombres.get(row.candidaturaId) ?? 'Persona cuyos datos ya se suprimieron',
        'Ficha pública',
        row.acto === null ? 'No consta un acto' : `${nombreActo(row.acto.acto)}, ${instante(row.acto.en)}`,
        `${instante(row.en)}, corte ${row.corte}`,
        row.acto === null ? '—' : demora(row.en.getTime() - Date.parse(row.acto.en)),
        row.limpio ? 'Fuera de toda dirección pública' : 'Quedan versiones anteriores',
      ],
      actos: [row.acto?.n, row.nCorte ?? undefined].filter((n) => n !== undefined),
    })),
  }
}

function demora(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000))
  if (minutes < 1) return 'Menos de un minuto'
  if (minutes < 60) return cuantos(minutes, ['minuto', 'minutos'])
  const hours = Math.round(minutes / 60)
  return hours < 48 ? cuantos(hours, ['hora', 'horas']) : cuantos(Math.round(hours / 24), ['día', 'días'])
}
