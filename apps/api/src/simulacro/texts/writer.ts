import type { CargoPack, DemarcacionPack } from '@conoceles/domain'
import type { Random } from '../random.ts'
import { CAUSES } from './causes.ts'
import { countWithoutBlanks, expand } from './expand.ts'
import { HISTORY, MOTIVE, TRAJECTORY } from './life.ts'
import { EQUALITY, GENERAL, PROPOSAL } from './proposals.ts'
import type { Topic } from './topics.ts'
import { TOPICS } from './topics.ts'
import type { Trade } from './trades.ts'
import { TRADES } from './trades.ts'

/** The long texts of the curricular cuestionario. */
export type TextKind = 'history' | 'trajectory' | 'motive' | 'proposal' | 'equality'

export interface Limits {
  minimo: number
  maximo: number
}

/** Writes the texts of one synthetic person: trade, cause and place stay the same in all of them. */
export interface Writer {
  /** Between the limits, counted without blanks. */
  write(kind: TextKind, limits: Limits): string
  /** Begun and left: under any minimum. */
  begin(kind: TextKind): string
  course(): string
  /** Topics of its proposals so far. */
  temas(): string[]
}

interface Life {
  edad: number
  cargo: CargoPack
  demarcacion: DemarcacionPack
  random: Random
}

export function createWriter(life: Life): Writer {
  const { random } = life
  const trade = random.pick(TRADES)
  const slots = slotsOf(life, trade)
  const topics = random.shuffle(TOPICS)
  const all = [...topics]
  const sentencesOf = (kind: TextKind) => SENTENCES[kind](topics, random)
  return {
    write: (kind, limits) => compose({ ...sentencesOf(kind), slots, random, limits, length: drawLength(kind, random) }),
    begin: (kind) => expand(sentencesOf(kind).opening, slots, random),
    course: () => drawCourse(trade, random),
    temas: () => all.slice(topics.length).map(({ tema }) => tema),
  }
}

interface Sentences {
  opening: string
  body: string[]
}

/** Sentences of each kind of text, in their order. Each proposal takes the next topic. */
const SENTENCES: Record<TextKind, (topics: Topic[], random: Random) => Sentences> = {
  history: (_, random) => draw(HISTORY, random),
  trajectory: (_, random) => draw(TRAJECTORY, random),
  motive: (_, random) => draw(MOTIVE, random),
  equality: (_, random) => draw(EQUALITY, random),
  proposal: (topics, random) => proposal(topics.pop() ?? random.pick(TOPICS), random),
}

function draw({ opening, body }: { opening: string[]; body: string[] }, random: Random): Sentences {
  return { opening: random.pick(opening), body: random.shuffle(body) }
}

/** Problem, first action, beneficiaries, second action, goal; then the rest. */
function proposal({ title, problems, actions, people }: Topic, random: Random): Sentences {
  const [problem = '', otherProblem = ''] = random.shuffle(problems)
  const ways = random.shuffle(PROPOSAL.action)
  const [first = '', second = '', ...others] = random
    .shuffle(actions)
    .map((action, index) => (ways[index] ?? '{action}.').replace('{action}', action))
  const whom = random.pick(PROPOSAL.people).replace('{people}', people)
  return {
    opening: random.pick(PROPOSAL.opening).replace('{title}', title),
    body: [problem, first, whom, second, random.pick(PROPOSAL.goal), ...random.shuffle([otherProblem, ...others, ...GENERAL])],
  }
}

interface Composition extends Sentences {
  slots: Slots
  random: Random
  limits: Limits
  /** Characters aimed at, with blanks. */
  length: number
}

function compose({ opening, body, slots, random, limits, length }: Composition): string {
  const sentences = [expand(opening, slots, random)]
  let size = sentences[0]?.length ?? 0
  let counted = countWithoutBlanks(sentences.join(''))
  for (const template of body) {
    if (size >= length && counted >= limits.minimo) break
    const sentence = expand(template, slots, random)
    const count = countWithoutBlanks(sentence)
    if (counted + count > limits.maximo) continue
    sentences.push(sentence)
    size += sentence.length + 1
    counted += count
  }
  return toParagraphs(sentences)
}

/** Paragraphs of four or five sentences, none of one alone. */
function toParagraphs(sentences: string[]): string {
  const total = Math.ceil(sentences.length / 5)
  const size = Math.ceil(sentences.length / total)
  const paragraphs = Array.from({ length: total }, (_, index) => sentences.slice(index * size, (index + 1) * size))
  return paragraphs.map((paragraph) => paragraph.join(' ')).join('\n\n')
}

// Half stay near the minimum, as in the INE's base of 2022 (histories: median 409 characters, 95th percentile 1,518).
const SPREAD: Record<TextKind, { median: number; p95: number; longest: number }> = {
  history: { median: 285, p95: 1_420, longest: 3_600 },
  trajectory: { median: 285, p95: 1_330, longest: 3_400 },
  motive: { median: 330, p95: 950, longest: 2_400 },
  proposal: { median: 480, p95: 1_300, longest: 1_900 },
  equality: { median: 430, p95: 1_050, longest: 1_800 },
}

function drawLength(kind: TextKind, random: Random): number {
  const { median, p95, longest } = SPREAD[kind]
  const chance = random.next()
  if (chance < 0.5) return median
  if (chance < 0.95) return median * (p95 / median) ** ((chance - 0.5) / 0.45)
  return p95 * (longest / p95) ** ((chance - 0.95) / 0.05)
}

type Slots = Record<string, string | (() => string)>

function slotsOf({ edad, cargo, demarcacion, random }: Life, { field, workplace, tasks }: Trade): Slots {
  const cause = random.pick(CAUSES)
  const otherCause = random.pick(CAUSES.filter((each) => each !== cause))
  const otherTrade = random.pick(TRADES.filter((each) => each.field !== field))
  return {
    field,
    workplace,
    otherField: otherTrade.field,
    task: inTurn(tasks, random),
    cause: cause.matter,
    otherCause: otherCause.matter,
    deed: inTurn(cause.deeds, random),
    otherDeed: inTurn(otherCause.deeds, random),
    years: String(random.int(2, Math.max(2, Math.min(30, edad - 19)))),
    firstAge: String(random.int(15, 18)),
    team: () => String(random.int(3, 24)),
    decade: String(random.int(12, 19)),
    ...placeOf(demarcacion),
    means: MEANS[cargo.demarcacion][cargo.principio],
    equalityAction: () => random.pick(EQUALITY.actions),
    goal: () => (random.int(3, 40) * (demarcacion.tipo === 'entidad' ? 1_000 : 100)).toLocaleString('es-MX'),
    span: () => random.pick(['doce meses', 'dieciocho meses', 'dos años', 'tres años']),
    period: () => random.pick(['trimestre', 'cuatrimestre', 'semestre']),
    places: () => random.pick(['dos', 'tres', 'cuatro', 'cinco', 'seis', 'ocho']),
  }
}

/** One after another, so that one sentence never says the same thing twice. */
function inTurn(list: string[], random: Random): () => string {
  const queue = random.shuffle(list)
  let turn = 0
  return () => queue[turn++ % queue.length] ?? ''
}

function placeOf({ tipo, nombre }: DemarcacionPack): Slots {
  if (tipo === 'distrito')
    return {
      thePlace: 'el distrito',
      inPlace: 'en el distrito',
      ofPlace: 'del distrito',
      forPlace: 'para el distrito',
      peopleOfPlace: 'la gente del distrito',
    }
  return {
    thePlace: nombre,
    inPlace: `en ${nombre}`,
    ofPlace: `de ${nombre}`,
    forPlace: `para ${nombre}`,
    peopleOfPlace: `la gente de ${nombre}`,
  }
}

const MEANS: Record<CargoPack['demarcacion'], Record<CargoPack['principio'], string>> = {
  entidad: {
    mayoria_relativa: 'como política pública de todo el estado',
    representacion_proporcional: 'mediante una iniciativa de ley y la revisión del presupuesto',
  },
  distrito: {
    mayoria_relativa: 'mediante una iniciativa de ley y la gestión en las comunidades',
    representacion_proporcional: 'mediante una iniciativa de ley',
  },
  municipio: {
    mayoria_relativa: 'como programa del ayuntamiento',
    representacion_proporcional: 'mediante una propuesta al cabildo',
  },
  comunidad: {
    mayoria_relativa: 'con acuerdo de la asamblea de la comunidad',
    representacion_proporcional: 'mediante una propuesta a la asamblea de la comunidad',
  },
}

const COURSES = ['Diplomado en', 'Curso de', 'Taller de', 'Seminario de']
const SUBJECTS = [
  'presupuesto público',
  'derechos humanos',
  'primeros auxilios',
  'igualdad de género',
  'mediación de conflictos',
  'lengua de señas mexicana',
  'administración de proyectos',
  'hojas de cálculo',
  'protección civil',
  'oratoria',
  'contabilidad básica',
  'cuidado del agua',
  'atención a víctimas',
  'transparencia y rendición de cuentas',
  'náhuatl, nivel inicial',
]

function drawCourse({ field }: Trade, random: Random): string {
  const subject = random.chance(0.3) ? `actualización en ${field}` : random.pick(SUBJECTS)
  return `${random.pick(COURSES)} ${subject} (${random.int(2, 24) * 5} horas, ${random.int(2008, 2023)})`
}
