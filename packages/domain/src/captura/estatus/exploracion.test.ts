import { backwards, CASES, estatusOf, explore, isOver, isSettled, must, toState, type Section, type World } from './exploracion-mundo.ts'
import { versionPublica } from './situacion.ts'
import { actoCaptura, ACTOS_CAPTURA, type NombreActo } from './tabla.ts'

describe.each(CASES)('the life of a captura of $sections sections, in the order $orden', (given) => {
  const { orden } = given
  const { worlds, edges, refused } = explore(given)
  const steps = [...edges].flatMap(([key, list]) =>
    list.map(({ call, to }) => ({ call, from: must(worlds.get(key)), to: must(worlds.get(to)) })),
  )
  const isTried = (acto: NombreActo) =>
    (given.sections === 1 || !['pausar', 'reanudar'].includes(acto)) && (acto !== 'recuperar' || orden === 'verificar_y_publicar')

  test('is walked whole', () => {
    expect(worlds.size).toBeGreaterThan(1_000)
    expect([...new Set(steps.map(({ call }) => call.acto))].sort()).toEqual([...ACTOS_CAPTURA].filter(isTried).sort())
  })

  test('no act is refused without its reasons, and an act that is done stays within the table', () => {
    expect(refused.size).toBeGreaterThan(10)
    for (const razones of refused) expect(razones).toMatch(/^([A-ZÁÉÍÓÚ¿][^|]+\.(\||$))+$/)
    const outside = steps.flatMap(({ call, from, to }) =>
      from.secciones.filter(({ estatus }, index) => {
        const touched = call.index === null || call.index === index
        const allowed = (touched && actoCaptura(call.acto).pasos[estatus]) || [estatus]
        return !allowed.includes(must(to.secciones[index]).estatus)
      }),
    )
    expect(outside).toEqual([])
  })

  test('no state is without an exit: from each there is a way to a captura verified and without observaciones, unless time or an acuerdo ended it', () => {
    const reached = backwards(
      edges,
      [...worlds].filter(([, world]) => isSettled(world)).map(([key]) => key),
    )
    const stuck = [...worlds].filter(([key, world]) => !reached.has(key) && !isOver(world))
    expect(stuck.map(([key]) => key)).toEqual([])
  })

  test('nothing is public before the step that the order asks for, nor while it is observed or paused', () => {
    const all = [...worlds.values()].flatMap(({ secciones }) => secciones)
    const shown = all.filter((seccion) => versionPublica(toState(seccion, 0), orden) !== null)
    const asked = ({ reviewed, validated }: Section) => (orden === 'verificar_y_publicar' ? reviewed : validated)
    expect(shown.length).toBeGreaterThan(100)
    expect(shown.filter((seccion) => !asked(seccion).includes(versionPublica(toState(seccion, 0), orden) ?? NaN))).toEqual([])
    expect(shown.filter(({ observaciones, pausada }) => observaciones.length > 0 || pausada)).toEqual([])
  })

  test('a correction leaves the published text as it is until the new one was let through', () => {
    const shown = ({ secciones }: World) => secciones.map((seccion) => versionPublica(toState(seccion, 0), orden) !== null).join()
    const making = steps.filter(({ call }) => ['solicitar_correccion', 'aceptar_correccion', 'capturar'].includes(call.acto))
    expect(making.filter(({ from, to }) => shown(from) !== shown(to))).toEqual([])
  })

  test('nobody closes her own observación, also not by verifying the whole', () => {
    const ownOf = ({ secciones }: World, cuenta: string) =>
      secciones.flatMap(({ observaciones }) => observaciones).filter(({ creadaPor }) => creadaPor === cuenta).length
    const closing = steps.filter(({ call }) => ['atender', 'retirar', 'verificar'].includes(call.acto))
    expect(closing.length).toBeGreaterThan(100)
    expect(closing.filter(({ call, from, to }) => ownOf(from, call.cuenta) !== ownOf(to, call.cuenta))).toEqual([])
  })

  test('a verified captura has no open observación and no correction that waits to be made', () => {
    const verified = [...worlds.values()].filter((world) => estatusOf(world) === 'verificada').flatMap(({ secciones }) => secciones)
    expect(verified.filter(({ observaciones, correccion }) => observaciones.length > 0 || correccion === 'aceptada')).toEqual([])
  })
})
