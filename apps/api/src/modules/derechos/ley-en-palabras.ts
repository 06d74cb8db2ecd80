import { leyQueRige, type LeyPack } from '@conoceles/domain'

const GENERAL = 'la ley de protección de datos personales en posesión de sujetos obligados'

/** The law in force on a day, after «en»; `garante`: its authority, absent where nobody confirmed its name. */
export function leyEnPalabras(leyes: readonly LeyPack[], dia: string): { ley: string; garante?: string } {
  const law = leyQueRige(leyes, dia)
  if (law === null) return { ley: GENERAL }
  const { nombre, identifica, autoridadGarante } = law
  const ley = `la ${nombre}, publicada el ${identifica}`
  return autoridadGarante.includes('confirmar') ? { ley } : { ley, garante: autoridadGarante }
}
