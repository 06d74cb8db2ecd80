import { shallowRef, watch } from 'vue'
import type { Cola, EnCola } from '../../../api-types.ts'
import { readEntry, writeEntry } from '../../../shared/guardado/entry-state.ts'
import type { Elegida } from '../../../shared/lista/seleccion.ts'
import { useConsulta } from '../../../shared/lista/useConsulta.ts'
import { useSeleccion } from '../../../shared/lista/useSeleccion.ts'
import { useAct } from '../../../shared/red/useAct.ts'
import { useKeyset } from '../../../shared/red/useKeyset.ts'
import { asignar, listCola, soltar } from './cola.api.ts'
import { colaFilterOf } from './filtros.ts'

const ENTRY = 'cola'

/** The queue as its address asks for it, and what is done with those that are chosen. */
export function useCola() {
  const { asked: filter, open, change } = useConsulta(colaFilterOf, () => list.reload())
  const conteos = shallowRef<Cola['conteos'] | null>(null)
  const list = useKeyset<EnCola>(async (despues) => {
    const result = await listCola(filter.value, despues)
    if (result.ok) conteos.value = result.data.conteos
    return result
  })
  const chosen = useSeleccion(readEntry<Elegida[]>(ENTRY) ?? [], (despues) => listCola(filter.value, despues))
  const assigning = useAct()
  /** Names of those that another reviewer kept. */
  const ajenas = shallowRef<string[]>([])

  watch(chosen.elegidas, (elegidas) => writeEntry(ENTRY, elegidas))
  /** All but whose they are: that is asked above the filters. */
  function clear(): void {
    open(filter.value.de === undefined ? {} : { de: filter.value.de })
  }

  /** Gives the chosen ones to a reviewer; null: to oneself. */
  async function assignTo(para: string | null): Promise<boolean> {
    const elegidas = chosen.elegidas.value
    const result = await assigning.run(
      () => asignar({ candidaturas: elegidas.map(({ id }) => id), deOtras: para !== null, ...(para === null ? {} : { para }) }),
      () => list.reload(list.elementos.value.length),
    )
    if (!result.ok) return false
    ajenas.value = result.data.ajenas.map(({ id, nombre }) => `${elegidas.find((each) => each.id === id)?.nombre ?? ''} (${nombre})`)
    chosen.clear()
    return true
  }

  async function release(): Promise<void> {
    const result = await assigning.run(
      () => soltar(chosen.elegidas.value.map(({ id }) => id)),
      () => list.reload(list.elementos.value.length),
    )
    if (result.ok) chosen.clear()
  }

  return { filter, conteos, list, chosen, assigning, ajenas, change, clear, assignTo, release }
}
