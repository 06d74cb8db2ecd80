import { Temporal } from 'temporal-polyfill'
import { longDate } from '@conoceles/domain'
import { listActosDe } from './actos.queries.ts'
import { findCorte, listPublicas } from './publico.queries.ts'
import { cuantos, type Contexto, type Respuesta } from './respuesta.ts'

const COLUMNAS = ['Persona', 'Cargo y lugar', 'Postula', 'Calidad', 'Ficha publicada desde', 'Huella de la ficha', 'Después']

/** The persons that the last corte of a day showed. */
export async function responderPublico({ tx, periodo, proceso, hoy, instante }: Contexto): Promise<Respuesta> {
  const dia = periodo.hasta ?? hoy.toString()
  if (dia > hoy.toString())
    return { frases: [`El ${longDate(dia)} todavía no llega: pregunte por un día hasta hoy.`], columnas: COLUMNAS, filas: [] }
  const end = Temporal.PlainDate.from(dia).add({ days: 1 }).toZonedDateTime({ timeZone: proceso.zona }).toInstant()
  const corte = await findCorte(tx, end.toString())
  if (!corte) return { frases: [`Hasta el ${longDate(dia)} este sistema no había publicado nada.`], columnas: COLUMNAS, filas: [] }
  const rows = await listPublicas(tx, corte.numero, end.toString())
  const actos = (await listActosDe(tx, [String(corte.numero)])).get(String(corte.numero)) ?? []
  const numeros = actos.filter(({ acto }) => acto === 'corte.publicado').map(({ n }) => n)
  const salidas = await listActosDe(
    tx,
    rows.flatMap(({ id, sustituidaEn }) => (sustituidaEn === null ? [] : [id])),
  )
  const sustituidas = rows.filter(({ sustituidaEn }) => sustituidaEn !== null).length
  return {
    frases: [
      `${dia === hoy.toString() ? `Hoy, ${longDate(dia)}, está` : `Al terminar el ${longDate(dia)} estaba`} a la vista el corte ${corte.numero}, publicado el ${instante(corte.en)}.`,
      `Mostraba la ficha de ${cuantos(rows.length, ['candidatura', 'candidaturas'])}.`,
      ...(sustituidas > 0
        ? [
            `De ellas, ${sustituidas.toLocaleString('es-MX')} ya ${sustituidas === 1 ? 'estaba sustituida' : 'estaban sustituidas'} ese día.`,
          ]
        : []),
    ],
    columnas: COLUMNAS,
    filas: rows.map(({ id, nombre, lugar, actor, calidad, sustituidaEn, sha256, desde, desdeEn, hasta, hastaEn }) => ({
      celdas: [
        ...[nombre || 'Persona cuyos datos ya se suprimieron', lugar, actor],
        `${calidad === 'propietaria' ? 'Propietaria' : 'Suplente'}${sustituidaEn === null ? '' : `, sustituida: se registró el ${instante(sustituidaEn)}`}`,
        ...[`${instante(desdeEn)}, corte ${desde}`, sha256],
        hasta === null || hastaEn === null ? 'Sigue igual' : `Cambió o se retiró el ${instante(hastaEn)}, corte ${hasta}`,
      ],
      actos: [...(salidas.get(id) ?? []).flatMap(({ n, acto }) => (acto === 'candidatura.sustituida' ? [n] : [])), ...numeros],
    })),
  }
}
