import { textosDeOtra, type CompiledCuestionario, type Respuestas } from '@conoceles/cuestionarios'

/** Texts of synthetic people for whom no option fits, by question; other questions get none. */
const OTRAS: Record<string, readonly string[]> = {
  indigena_pueblo_otro: [
    'El pueblo de mi abuela materna',
    'Una comunidad que no está en la lista',
    'Dos pueblos, uno por cada lado',
    'Todavía lo estoy averiguando',
  ],
  discapacidad_tipo_otra: ['Psicosocial', 'Una enfermedad crónica', 'Talla baja', 'Más de una a la vez', 'Secuela de un accidente'],
  discapacidad_dificultad_otra: [
    'Hacer esfuerzos largos',
    'Subir al transporte',
    'Estar mucho tiempo de pie',
    'Hacer trámites en ventanilla',
  ],
  diversidad_sexual_identidad_otra: ['Persona pansexual', 'Persona asexual', 'Género fluido', 'No uso una etiqueta'],
  migrante_motivo_otro: [
    'Corría peligro donde vivía',
    'Amenazas contra mi negocio',
    'Por la inseguridad en mi colonia',
    'Me fui huyendo de la violencia',
    'Un tratamiento que aquí no había',
    'Para cuidar a mi mamá enferma',
    'Por la operación de mi hijo',
    'Aprender un oficio con un maestro carpintero',
    'Gira con mi grupo de danza',
    'Voluntariado en una organización',
    'Quería conocer otro país',
    'No me acuerdo bien',
  ],
}

/** Options of a catalogue that is so short that «Otra» is common in it: more than evenly, or there would be little to code. */
const FEW = 6

/**
 * The same answers with «Otra» chosen and written out by some. Nothing is drawn: it follows from the person, so that her other answers stay
 * as they were.
 */
export function answerOtras(
  cuestionario: CompiledCuestionario,
  { respuestas, slug }: { respuestas: Respuestas; slug: string },
): Respuestas {
  const changed = { ...respuestas }
  for (const { campo, de, opcion } of textosDeOtra(cuestionario)) {
    const isShort = (cuestionario.questions.get(de)?.enum ?? []).length <= FEW
    if (isShort && prefersOtra(changed[de], `${slug} ${de}`)) changed[de] = opcion
    const texto = changed[de] === opcion ? textOf(campo, slug) : null
    if (texto) changed[campo] = texto
  }
  return changed
}

function prefersOtra(given: unknown, key: string): boolean {
  return given !== undefined && given !== PNC && numberOf(key) % 2 === 0
}

/** One in five leaves it blank. */
function textOf(campo: string, slug: string): string | null {
  const all = OTRAS[campo] ?? []
  const number = numberOf(`${slug} ${campo}`)
  return number % 5 === 0 ? null : (all[Math.floor(number / 5) % all.length] ?? null)
}

const PNC = 'Prefiero no contestar'

function numberOf(text: string): number {
  return [...text].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003, 7)
}
