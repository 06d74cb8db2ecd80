import type { Encargo, Renderizador, Respuesta } from '../../../shared/renderizado/renderizador.ts'

/** A batch of pages, and the result of each. */
export interface Hecho<Lote> {
  lote: Lote
  hechas: Respuesta['hechas']
}

type Renders = Pick<Renderizador, 'render' | 'alive'>

interface RenderParts<Lote> {
  renderizadores: readonly Renders[]
  encargosDe: (lote: Lote) => Promise<Encargo[]>
}

/**
 * Renders the batches in the order of `lotes`, by turns. Each renderer gets its next batch before the last one is handed over: it works
 * while the caller writes. Memory holds at most one batch more than there are renderers.
 */
export async function* renderAll<Lote>(
  lotes: readonly Lote[],
  { renderizadores, encargosDe }: RenderParts<Lote>,
): AsyncGenerator<Hecho<Lote>> {
  const rest = [...lotes]
  const doing: { lote: Lote; renderizador: Renders; hechas: Promise<Respuesta['hechas']> }[] = []
  const begin = async (renderizador: Renders) => {
    const lote = rest.shift()
    if (lote !== undefined) doing.push({ lote, renderizador, hechas: renderOrFail(renderizador, await encargosDe(lote)) })
  }
  for (const renderizador of renderizadores) await begin(renderizador)
  for (let before = doing.shift(); before; before = doing.shift()) {
    const hechas = await before.hechas
    // One that ended leaves its turns to the others.
    if (before.renderizador.alive || doing.length === 0) await begin(before.renderizador)
    yield { lote: before.lote, hechas }
  }
}

/** One page that cannot be rendered, or all of a batch, keeps no data from being published. */
function renderOrFail(renderizador: Renders, encargos: Encargo[]): Promise<Respuesta['hechas']> {
  return renderizador.render(encargos).catch((error: Error) => encargos.map(() => ({ falla: error.message })))
}
