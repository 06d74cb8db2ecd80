import type { ProcesoPack, ProgramaPack } from '@conoceles/domain'
import { loadPack } from '../../../apps/api/src/carga/load-pack.ts'
import { Programa } from '../../../apps/api/src/modules/programa/actividades/index.ts'
import type { EscenarioDto, HitoEscenarioDto } from '../../../apps/api/src/modules/programa/escenarios/escenarios.dto.ts'
import type { TestApp } from '../app.ts'
import { must } from '../registro/candidaturas.ts'
import type { Answer } from './envios.ts'
import { packFicticio } from '../proceso-ficticio/index.ts'

export const JORNADA = '2033-07-03'
const cita = { seccion: 'calendario', lugar: 'A', dice: '02/05/2030 a 03/05/2030' }

/** The table of the programme contradicts its text, so that there is something to decide. */
const programa: ProgramaPack = {
  ...packFicticio.programa,
  actividades: packFicticio.programa.actividades.map((each) =>
    each.clave === 'A'
      ? {
          ...each,
          statements: [
            ...each.statements,
            { clave: 'A-2', milestone: 'pleno', regla: { tipo: 'ventana', inicio: '2030-05-02', fin: '2030-05-03' }, cita },
          ],
        }
      : each,
  ),
}
export const packContradictorio: ProcesoPack = { ...packFicticio, programa }

export type EscenarioVisto = EscenarioDto & { code?: string; detail?: string; errors?: { field: string; reasons: string[] }[] }

export const hitoOf = ({ hitos }: EscenarioDto, entregable: string, milestone: string): HitoEscenarioDto =>
  must(hitos.find((hito) => hito.entregable === entregable && hito.milestone === milestone))

export const fieldsOf = ({ body }: Answer<EscenarioVisto>): string[] => (body.errors ?? []).map(({ field }) => field)

/** The fictitious proceso at the election day of the scenarios, with another programme. */
export function packSiguiente(otro: ProgramaPack): ProcesoPack {
  const dates = { inicioPublicacion: '2033-05-01', entregaCuentas: '2033-04-20', cierreCaptura: '2033-06-29' }
  return {
    ...packFicticio,
    ...{ clave: 'valle-claro-2033', jornada: JORNADA, programa: otro },
    tiposEleccion: packFicticio.tiposEleccion.map((tipo) => ({ ...tipo, ...dates })),
  }
}

/** The programme as the loader wrote it, in a transaction that leaves nothing. */
export async function loadAndUndo({ owner }: TestApp, pack: ProcesoPack): Promise<ProgramaPack> {
  const runner = owner.createQueryRunner()
  await runner.startTransaction()
  try {
    const { procesoId } = await loadPack(runner.manager, pack, { simulacro: false, desfaseReloj: 0 })
    return (await runner.manager.findOneByOrFail(Programa, { procesoId })).contenido
  } finally {
    await runner.rollbackTransaction()
    await runner.release()
  }
}
