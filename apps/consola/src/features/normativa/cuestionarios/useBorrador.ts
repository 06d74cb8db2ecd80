import type { Guion, Traslados } from '@conoceles/cuestionarios'
import type { Borrador } from '../../../api-types.ts'
import { useDraft } from '../borradores/useDraft.ts'
import { usePasos } from './usePasos.ts'
import { guardarBorrador, readBorrador } from './versiones.api.ts'

/** Fields of a draft that somebody writes. */
interface BorradorForm extends Guion {
  titulo: string
  cargos: string[] | null
  elegidos: Traslados
}

/** A cuestionario that is saved while it is written. */
export function useBorrador(id: string) {
  const draft = useDraft<Borrador, BorradorForm>({
    name: `borrador ${id}`,
    permiso: 'versiones.administrar',
    conflict: 'borrador.version_distinta',
    auto: true,
    blank: () => ({ titulo: '', cargos: null, schema: {}, uischema: {}, elegidos: {} }),
    formOf,
    read: () => readBorrador(id),
    save: (version, { elegidos, ...rest }) => guardarBorrador(id, { version, ...rest, traslados: { ...elegidos } }),
  })
  const { recover, ...pasos } = usePasos(id, draft.values)

  async function load(): Promise<void> {
    await draft.load()
    if (draft.borrador.value) recover()
  }

  return { ...draft, ...pasos, load }
}

/** The API takes and gives only choices that it judged (isTraslados), and its contract names no shape for them. */
function formOf({ titulo, cargos, schema, uischema, elegidos }: Borrador): BorradorForm {
  return { titulo, cargos, schema, uischema, elegidos: elegidos as Traslados }
}
