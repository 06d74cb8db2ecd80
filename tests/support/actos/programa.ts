import { pack } from '@conoceles/proceso-morelos-2024'
import { loadPack } from '../../../apps/api/src/carga/load-pack.ts'
import { startTestApp, type TestApp } from '../app.ts'

/** The real proceso of Morelos without simulacro: its programme of work, and of what happened only what its sources tell. */
export function startProgramaReal(changed = pack): Promise<TestApp> {
  return startTestApp({
    pack: changed,
    load: (owner, { clock }) => {
      clock.setOffset(0)
      return owner.transaction((tx) => loadPack(tx, changed, { simulacro: false, desfaseReloj: 0 }))
    },
  })
}

export interface HitoDicho {
  clave: string
  milestone: string
  estatus: string
  acuerdo: { titulo: string } | null
}
