import { efectoEnPalabras, longDate, nombreActo, type EfectoDerecho } from '@conoceles/domain'
import { readNombres } from '../nombres.queries.ts'
import { listDerechos } from './derechos.queries.ts'
import { cuantos, dentro, despues, type Contexto, type Fila, type Respuesta } from './respuesta.ts'
import { anteriores, dondeQuedo, enEstadisticas } from './limpieza.ts'
import {
  listActosDeRetiro,
  listCortes,
  listSalidas,
  listVersiones,
  type ActoDeRetiro,
  type CorteRow,
  type SalidaRow,
  type VersionRow,
} from './retiros.queries.ts'

const COLUMNAS = [
  ...['De quién', 'Qué se retiró', 'Por qué acto', 'En la ficha pública', 'Cuánto tardó', 'Versiones anteriores de la ficha'],
  ...['Descargas y datos abiertos', 'Estadísticas'],
]
const SIN_NOMBRE = 'Persona cuyos datos ya se suprimieron'

/** An act that takes something away, with those that it made in the same step. */
interface Retiro {
  acto: ActoDeRetiro
  hechos: ActoDeRetiro[]
  /** Null: it is about nobody in particular. */
  candidaturaId: string | null
}

/** Each withdrawal of the bitácora and the corte that cleaned the page, and each page that left for another reason. */
export async function responderRetiros(contexto: Contexto): Promise<Respuesta> {
  const { tx, periodo, instante, dia } = contexto
  const todos = await readRetiros(contexto)
  const versiones = versionesPor(await listVersiones(tx, todos.flatMap(({ candidaturaId }) => candidaturaId ?? []))) // prettier-ignore
  const said = todos.map((retiro) => ({ retiro, version: versionAl(versiones.get(retiro.candidaturaId ?? '') ?? [], retiro.acto.n) }))
  const explained = new Set(said.map(({ retiro, version }) => `${retiro.candidaturaId} ${version?.hasta}`))
  const shown = said.filter(({ retiro }) => dentro(dia(retiro.acto.en), periodo))
  const salidas = (await listSalidas(tx)).filter(({ en }) => dentro(dia(en), periodo))
  const otras = salidas.filter(({ candidaturaId, corte }) => !explained.has(`${candidaturaId} ${corte}`))
  const ids = [...shown.map(({ retiro }) => retiro.candidaturaId), ...otras.map(({ candidaturaId }) => candidaturaId)]
  const nombres = await readNombres(tx, ids.flatMap((id) => id ?? []), { personas: true }) // prettier-ignore
  const cortes = await listCortes(tx)
  const left = salidas.filter(({ limpio }) => !limpio).length
  const total = shown.length + otras.length
  return {
    frases: [
      total === 0 ? 'No consta ningún retiro.' : `${total === 1 ? 'Consta' : 'Constan'} ${cuantos(total, ['retiro', 'retiros'])}.`,
      ...(left > 0 ? [`De ${cuantos(left, ['ficha', 'fichas'])} que salieron todavía hay bytes de versiones anteriores a la vista.`] : []),
      'Las descargas y los datos abiertos se hacen de las fichas del corte a la vista; los del corte anterior dejan de entregarse.',
      'El corte vacía las memorias de este sistema en el momento en que se publica; una copia en otra dirección lo retira al tomar ese corte.',
    ],
    columnas: COLUMNAS,
    filas: [
      ...shown.map(({ retiro, version }) => filaDeRetiro(retiro, { version, cortes, dia, instante, de: deQuien(retiro, nombres) })),
      ...otras.map((row) => filaDeSalida(row, { cortes, dia, instante, de: nombres.get(row.candidaturaId) ?? SIN_NOMBRE })),
    ],
  }
}

/** One for each act and candidatura, newest first. */
async function readRetiros({ tx }: Contexto): Promise<Retiro[]> {
  const actos = await listActosDeRetiro(tx)
  const solicitudes = new Map((await listDerechos(tx)).map(({ id, candidaturaId }) => [id, candidaturaId]))
  return agrupar(actos).flatMap(({ acto, hechos }): Retiro[] => {
    const ids = candidaturasDe(acto, solicitudes)
    return ids.length === 0 ? [{ acto, hechos, candidaturaId: null }] : ids.map((candidaturaId) => ({ acto, hechos, candidaturaId }))
  })
}

/** A request that takes effect writes its consequences right before itself. */
function agrupar(actos: readonly ActoDeRetiro[]): Omit<Retiro, 'candidaturaId'>[] {
  const grupos: Omit<Retiro, 'candidaturaId'>[] = []
  for (const acto of actos.filter(retira)) {
    const last = grupos.at(-1)
    if (last && last.acto.acto.startsWith('derecho.') && acto.n === last.acto.n - last.hechos.length - 1 && esConsecuencia(acto))
      last.hechos.push(acto)
    else grupos.push({ acto, hechos: [] })
  }
  return grupos
}

function esConsecuencia({ acto }: ActoDeRetiro): boolean {
  return ['consentimiento.revocado', 'identidad.bloqueada', 'identidad.suprimida', 'bloqueo.confirmado'].includes(acto)
}

/** A request may take effect in another way, and a proposal of one person alone hides nothing. */
function retira({ acto, detalle }: ActoDeRetiro): boolean {
  if (acto === 'bloqueo.propuesto') return detalle.provisionalHasta !== undefined
  if (!acto.startsWith('derecho.')) return true
  return [detalle.retira, detalle.oculta, detalle.bloqueaHasta, detalle.llaves].some((each) => each !== undefined)
}

function candidaturasDe({ acto, objeto, detalle }: ActoDeRetiro, solicitudes: ReadonlyMap<string, string>): string[] {
  // Its act names the one that enters too.
  if (acto === 'candidatura.sustituida') return [objeto]
  if (Array.isArray(detalle.candidaturas)) return detalle.candidaturas
  if (acto.startsWith('derecho.')) return [solicitudes.get(objeto) ?? []].flat()
  return acto === 'conclusion.suprimida' ? [] : [objeto]
}

function versionesPor(rows: readonly VersionRow[]): Map<string, VersionRow[]> {
  const found = new Map<string, VersionRow[]>()
  for (const row of rows) found.set(row.candidaturaId, [...(found.get(row.candidaturaId) ?? []), row])
  return found
}

/** The version that was public when an act happened. */
function versionAl(versiones: readonly VersionRow[], n: number): VersionRow | undefined {
  return versiones.find(({ nDesde, nHasta }) => nDesde < n && (nHasta === null || nHasta > n))
}

function deQuien({ candidaturaId, acto: { detalle } }: Retiro, nombres: ReadonlyMap<string, string>): string {
  if (candidaturaId !== null) return nombres.get(candidaturaId) ?? SIN_NOMBRE
  return typeof detalle.candidaturas === 'number' ? cuantos(detalle.candidaturas, ['candidatura', 'candidaturas']) : '—'
}

interface Dicho extends Pick<Contexto, 'dia' | 'instante'> {
  de: string
  cortes: readonly CorteRow[]
}

function filaDeRetiro(
  { acto, hechos, candidaturaId }: Retiro,
  { version, de, ...dicho }: Dicho & { version: VersionRow | undefined },
): Fila {
  const { instante } = dicho
  const lugares = dondeQuedo({ acto, version, deUna: candidaturaId !== null }, dicho)
  return {
    celdas: [de, queSeRetiro(acto), `${nombreActo(acto.acto)}, ${instante(acto.en)}`, ...lugares],
    actos: [...hechos.map(({ n }) => n), acto.n, version?.nHasta ?? []].flat().sort((a, b) => a - b),
  }
}

function filaDeSalida({ acto, en, corte, limpio, nCorte }: SalidaRow, { de, dia, instante, cortes }: Dicho): Fila {
  const cuanto = acto === null ? 'No consta: ningún acto la explica' : despues(dia(acto.en), dia(en))
  return {
    celdas: [
      ...[de, 'La ficha pública', acto === null ? 'No consta un acto' : `${nombreActo(acto.acto)}, ${instante(acto.en)}`],
      ...[`Salió: ${instante(en)}, corte ${corte}`, cuanto, anteriores(limpio)],
      ...[`Sin ella desde el corte ${corte}`, enEstadisticas({ n: acto?.n ?? nCorte - 1, identidad: acto !== null }, { cortes, instante })],
    ],
    actos: [acto?.n, nCorte || undefined].filter((n) => n !== undefined),
  }
}

function queSeRetiro({ acto, detalle }: ActoDeRetiro): string {
  if (acto.startsWith('derecho.')) return efectoDicho(detalle)
  if (acto === 'identidad.bloqueada' && detalle.hasta) return `Respuestas de identidad, bloqueadas hasta el ${longDate(detalle.hasta)}`
  return QUE[acto] ?? nombreActo(acto)
}

function efectoDicho({ retira: choices = [], oculta = [], bloqueaHasta, llaves }: ActoDeRetiro['detalle']): string {
  const efecto = { ...(choices.length > 0 && { retira: choices }), bloqueaHasta, llaves } as EfectoDerecho
  const hidden = oculta.length > 0 ? [`Dejó de mostrarse en público: ${cuantos(oculta.length, ['dato', 'datos'])}.`] : []
  return [...efectoEnPalabras(efecto, String), ...hidden].join(' ')
}

const QUE: Readonly<Record<string, string>> = {
  'consentimiento.revocado': 'La autorización de la persona, en todo o en parte',
  'identidad.suprimida': 'Respuestas de identidad, suprimidas',
  'conclusion.suprimida': 'Datos personales, suprimidos al concluir',
  'fotografia.retirada': 'La fotografía',
  'seccion.pausada': 'Una sección de la ficha',
  'bloqueo.propuesto': 'Lo que dice el bloqueo, provisionalmente',
  'bloqueo.confirmado': 'Lo que dice el bloqueo',
}
