import { nombreActo, NOMBRES_ROL } from '@conoceles/domain'
import type { AccesoModule } from '../../../acceso/index.ts'
import { CITADOS, countActos, findExtremos, listActosDe, type HechosDeCuenta } from './actos.queries.ts'
import { cuantos, dentro, type Contexto, type Respuesta } from './respuesta.ts'

const COLUMNAS = ['Cuenta', 'Cargo', 'Estatus', 'La propuso', 'La confirmó', 'La activó su titular', 'Qué hizo', 'Último acto']
const ESTATUS: Readonly<Record<string, string>> = { invitada: 'Invitada', activa: 'Activa', desactivada: 'Desactivada' }

type Cuenta = Awaited<ReturnType<AccesoModule['listar']>>[number]

/** Two people answer for an account, or it is told who did. */
export async function responderCuentas(
  { tx, periodo, proceso, instante, dia }: Contexto,
  cuentas: Pick<AccesoModule, 'listar'>,
): Promise<Respuesta> {
  const rows = (await cuentas.listar()).filter(({ creadaEn }) => dentro(dia(creadaEn), periodo))
  const hechos = await countActos(tx)
  const { desde } = await findExtremos(tx)
  const nada = desde === null ? 'No consta' : `Nada desde el ${instante(desde)}, cuando empieza la bitácora`
  const actos = await listActosDe(tx, rows.map(({ id }) => id)) // prettier-ignore
  const said = (nombre: string | null, en: string | null) => (nombre === null ? '—' : `${nombre}${en === null ? '' : `, ${instante(en)}`}`)
  const por = (origen: Cuenta['aval']['origen']) => rows.filter(({ aval }) => aval.origen === origen).length
  const [solas, instaladas] = [por('una_persona'), por('instalacion')]
  return {
    frases: [
      `${cuantos(rows.length, ['cuenta', 'cuentas'])}: por ${cuantos(rows.length - solas - instaladas, ['responden', 'responden'])} dos personas.`,
      ...(instaladas > 0
        ? [
            `Por ${instaladas} no respondió nadie: ${proceso.simulacro ? 'las cargó el simulacro' : 'las creó la instalación'}, sin propuesta ni confirmación.`,
          ]
        : []),
      ...(solas > 0 ? [`Por ${solas} responde una sola persona: son anteriores a la regla de dos.`] : []),
      `De cada cuenta se citan los actos sobre ella y los ${CITADOS} más recientes que hizo; la bitácora tiene todos.`,
    ],
    columnas: COLUMNAS,
    filas: rows.map((row) => {
      const own = hechos.get(row.id)
      return {
        celdas: [
          ...[row.nombre, cargoOf(row), ESTATUS[row.estatus] ?? row.estatus],
          ...[origenOf(row, said), said(row.aval.confirmadaPor, row.aval.confirmadaEn)],
          ...[
            row.aval.activadaEn === null ? '—' : instante(row.aval.activadaEn),
            own ? hizo(own.actos) : nada,
            own ? instante(own.ultimo) : '—',
          ],
        ],
        actos: citadosDe(actos.get(row.id) ?? [], own),
      }
    }),
  }
}

function citadosDe(sobre: readonly { n: number; acto: string }[], own: HechosDeCuenta | undefined): number[] {
  const numeros = sobre.filter(({ acto }) => acto.startsWith('cuenta.')).map(({ n }) => n)
  return [...new Set([...numeros, ...(own?.numeros ?? [])])].sort((a, b) => a - b)
}

/** "Entrada a la consola (3), Archivo descargado (1)". */
function hizo(actos: HechosDeCuenta['actos']): string {
  return actos.map(({ acto, n }) => `${nombreActo(acto)} (${n.toLocaleString('es-MX')})`).join(', ')
}

function origenOf({ aval }: Cuenta, said: (nombre: string | null, en: string | null) => string): string {
  if (aval.propuestaPor !== null) return said(aval.propuestaPor, aval.propuestaEn)
  return aval.origen === 'instalacion' ? 'La instalación' : '—'
}

function cargoOf({ rol, cargo: held, actorPolitico }: Cuenta): string {
  if (held !== null) return held
  const cargo = NOMBRES_ROL[rol]
  return actorPolitico === null ? cargo : `${cargo}, ${actorPolitico.nombre}`
}
