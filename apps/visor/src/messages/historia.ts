import own from './es-MX/historia.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)
