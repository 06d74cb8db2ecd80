import { and, isControl, rankWith, schemaMatches, type JsonFormsRendererRegistryEntry, type Tester } from '@jsonforms/core'
import { markRaw, type Component } from 'vue'
import LinesControl from './LinesControl.vue'
import LongTextControl from './LongTextControl.vue'
import NumberControl from './NumberControl.vue'
import OptionsControl from './OptionsControl.vue'
import RadioControl from './RadioControl.vue'
import SectionLayout from './SectionLayout.vue'
import SelectControl from './SelectControl.vue'
import { isLongText, type Shape } from './shapes.ts'
import TextControl from './TextControl.vue'

/** More options than this go into a list that opens. */
const RADIO_MAX = 7

/** How each kind of question is asked, with the controls of the kit. */
export const RENDERERS: JsonFormsRendererRegistryEntry[] = [
  entry(SectionLayout, 1, (uischema) => ['VerticalLayout', 'Category', 'Group'].includes(uischema.type)),
  entry(
    TextControl,
    1,
    question((shape) => shape.type === 'string'),
  ),
  entry(LongTextControl, 2, question(isLongText)),
  entry(
    SelectControl,
    3,
    question((shape) => optionsOf(shape) > RADIO_MAX),
  ),
  entry(
    RadioControl,
    3,
    question((shape) => shape.type === 'boolean' || (optionsOf(shape) > 0 && optionsOf(shape) <= RADIO_MAX)),
  ),
  entry(
    NumberControl,
    2,
    question((shape) => shape.type === 'integer'),
  ),
  entry(
    LinesControl,
    2,
    question((shape) => shape.type === 'array'),
  ),
  entry(
    OptionsControl,
    3,
    question((shape) => optionsOf(shape.items ?? {}) > 0),
  ),
]

function entry(renderer: Component, rank: number, tester: Tester): JsonFormsRendererRegistryEntry {
  return { renderer: markRaw(renderer), tester: rankWith(rank, tester) }
}

function question(matches: (shape: Shape) => boolean): Tester {
  return and(
    isControl,
    schemaMatches((schema) => matches(schema as Shape)),
  )
}

function optionsOf(shape: Shape): number {
  return shape.enum?.length ?? 0
}
