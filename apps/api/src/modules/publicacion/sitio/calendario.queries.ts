import type { EntityManager } from 'typeorm'
import { isConfirmada, searchWords, type FechaPack } from '@conoceles/domain'
import { Proceso, type ProcesosService } from '../../proceso/index.ts'
import { emitirCambios, type Emitido, type EventoCalendario } from '../../../shared/calendario/emision.ts'
import { writeIcal } from '../../../shared/calendario/ical.ts'
import { readRows } from '../../../database/rows.ts'

interface InicioRow {
  tipo: string
  inicio: string
}

const INICIOS = `select distinct tipo_eleccion as tipo, inicio_publicacion::text as inicio from captura.cargo where proceso_id = $1 order by 1, 2`

/** The public dates, to be subscribed to and to be read. */
interface CalendarioPublico {
  ical: Buffer
  leido: object
}

/** Null while there are no dates. Earlier events are kept, so that clients hear of changes. */
export async function buildCalendario(
  tx: EntityManager,
  procesos: ProcesosService,
  { en, hoy }: { en: string; hoy: string },
): Promise<CalendarioPublico | null> {
  // Read anew: `cargar --catalogos` may have added dates since this process began.
  const proceso = await procesos.confirmado(tx, await tx.findOneByOrFail(Proceso, {}))
  const inicios = await readRows<InicioRow>(tx, INICIOS, [proceso.id])
  const fechas = fechasDe(proceso, inicios, hoy)
  const eventos = fechas.map((fecha) => toEvento(fecha, proceso))
  await saveEmitidos(tx, emitirCambios(await listEmitidos(tx), eventos, en))
  const emitidos = await listEmitidos(tx)
  const nombre = `${proceso.nombre}${proceso.simulacro ? ' (simulacro)' : ''}`
  if (emitidos.length === 0) return null
  const elementos = fechas.map((fecha) => toLeida(fecha, hoy)).sort(byDay)
  return { ical: writeIcal({ nombre, emisor: proceso.institutoSiglas, emitidos }), leido: { elementos } }
}

function fechasDe(proceso: Proceso, inicios: readonly InicioRow[], hoy: string): FechaPack[] {
  const openings = inicios.flatMap(({ tipo, inicio }): FechaPack[] => {
    const about = proceso.catalogos.tiposEleccion.find(({ clave }) => clave === tipo)
    if (!about || (inicio > hoy && !isConfirmada(about.confianza))) return []
    const { nombre, fuente, confianza } = about
    return [{ inicio, fin: inicio, evento: `Empieza la publicación en Conóceles: ${nombre}`, fuente, confianza }]
  })
  // Unconfirmed dates are told to the institute alone. A publication that began is a fact.
  return [...proceso.catalogos.calendario.filter(({ confianza }) => isConfirmada(confianza)), ...openings]
}

interface FechaLeida {
  inicio: string
  fin: string
  evento: string
  fuente: string | null
  /** On the legal day of the corte: no device's clock decides what is over. */
  momento: 'paso' | 'en_curso' | 'falta'
}

function toLeida({ inicio, fin, evento, fuente, confianza }: FechaPack, hoy: string): FechaLeida {
  const momento = fin < hoy ? 'paso' : inicio <= hoy ? 'en_curso' : 'falta'
  return { inicio, fin, evento, fuente: isConfirmada(confianza) ? fuente : null, momento }
}

function byDay(one: FechaLeida, other: FechaLeida): number {
  return `${one.inicio} ${one.fin}` < `${other.inicio} ${other.fin}` ? -1 : 1
}

function toEvento(fecha: FechaPack, { clave, simulacro }: Proceso): EventoCalendario {
  const { inicio, fin, evento, fuente } = fecha
  return {
    uid: `${searchWords(evento).join('-')}@${clave}.publico.conoceles`,
    inicio,
    fin,
    titulo: evento,
    texto: [...(simulacro ? ['Calendario de un simulacro.'] : []), ...(isConfirmada(fecha.confianza) ? [`Fuente: ${fuente}`] : [])].join(
      '\n',
    ),
    enlace: null,
    provisional: false,
    avisos: { dias: [], hora: '00:00' },
  }
}

async function listEmitidos(tx: EntityManager): Promise<Emitido[]> {
  const rows = await readRows<Omit<Emitido, 'cambiadoEn'> & { en: Date }>(
    tx,
    `select uid, contenido, huella, cancelado, secuencia, cambiado_en as en from publico.fecha order by contenido ->> 'inicio', uid collate "C"`,
  )
  return rows.map(({ en, ...row }) => ({ ...row, cambiadoEn: en.toISOString() }))
}

async function saveEmitidos(tx: EntityManager, emitidos: readonly Emitido[]): Promise<void> {
  for (const { uid, contenido, huella, cancelado, secuencia, cambiadoEn } of emitidos) {
    await tx.query(
      `insert into publico.fecha (uid, contenido, huella, cancelado, secuencia, cambiado_en) values ($1, $2, $3, $4, $5, $6)
       on conflict (uid) do update set contenido = $2, huella = $3, cancelado = $4, secuencia = $5, cambiado_en = $6`,
      [uid, JSON.stringify(contenido), huella, cancelado, secuencia, cambiadoEn],
    )
  }
}
