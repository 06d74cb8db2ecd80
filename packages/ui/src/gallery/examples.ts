import type { Component } from 'vue'
import UiBannerExamples from '../banner/UiBanner.examples.vue'
import UiButtonExamples from '../button/UiButton.examples.vue'
import UiCheckboxExamples from '../checkbox/UiCheckbox.examples.vue'
import UiCheckboxGroupExamples from '../checkbox/UiCheckboxGroup.examples.vue'
import UiDetailsExamples from '../details/UiDetails.examples.vue'
import UiDialogExamples from '../dialog/UiDialog.examples.vue'
import UiEmblemExamples from '../emblem/UiEmblem.examples.vue'
import UiEmptyExamples from '../empty/UiEmpty.examples.vue'
import UiErrorSummaryExamples from '../error-summary/UiErrorSummary.examples.vue'
import UiFactsExamples from '../facts/UiFacts.examples.vue'
import UiFieldExamples from '../field/UiField.examples.vue'
import UiFileFieldExamples from '../file-field/UiFileField.examples.vue'
import UiFilterTagExamples from '../filter-tag/UiFilterTag.examples.vue'
import UiIconExamples from '../icon/UiIcon.examples.vue'
import UiLinkExamples from '../link/UiLink.examples.vue'
import UiMarkdownExamples from '../markdown/UiMarkdown.examples.vue'
import UiPaginationExamples from '../pagination/UiPagination.examples.vue'
import UiPasswordFieldExamples from '../password-field/UiPasswordField.examples.vue'
import UiPortraitExamples from '../portrait/UiPortrait.examples.vue'
import UiProgressExamples from '../progress/UiProgress.examples.vue'
import UiRadioGroupExamples from '../radio-group/UiRadioGroup.examples.vue'
import UiSearchFieldExamples from '../search-field/UiSearchField.examples.vue'
import UiSectionNavExamples from '../section-nav/UiSectionNav.examples.vue'
import UiSelectExamples from '../select/UiSelect.examples.vue'
import UiSkeletonExamples from '../skeleton/UiSkeleton.examples.vue'
import UiStepsExamples from '../steps/UiSteps.examples.vue'
import UiTableExamples from '../table/UiTable.examples.vue'
import UiTagExamples from '../tag/UiTag.examples.vue'
import UiTextAreaExamples from '../text-area/UiTextArea.examples.vue'
import UiTextFieldExamples from '../text-field/UiTextField.examples.vue'
import VisuallyHiddenExamples from '../visually-hidden/VisuallyHidden.examples.vue'

/** In the order of the alphabet; a component without a line here has no example, and the test says so. */
export const EXAMPLES: readonly { name: string; component: Component }[] = [
  { name: 'UiBanner', component: UiBannerExamples },
  { name: 'UiButton', component: UiButtonExamples },
  { name: 'UiCheckbox', component: UiCheckboxExamples },
  { name: 'UiCheckboxGroup', component: UiCheckboxGroupExamples },
  { name: 'UiDetails', component: UiDetailsExamples },
  { name: 'UiDialog', component: UiDialogExamples },
  { name: 'UiEmblem', component: UiEmblemExamples },
  { name: 'UiEmpty', component: UiEmptyExamples },
  { name: 'UiErrorSummary', component: UiErrorSummaryExamples },
  { name: 'UiFacts', component: UiFactsExamples },
  { name: 'UiField', component: UiFieldExamples },
  { name: 'UiFileField', component: UiFileFieldExamples },
  { name: 'UiFilterTag', component: UiFilterTagExamples },
  { name: 'UiIcon', component: UiIconExamples },
  { name: 'UiLink', component: UiLinkExamples },
  { name: 'UiMarkdown', component: UiMarkdownExamples },
  { name: 'UiPagination', component: UiPaginationExamples },
  { name: 'UiPasswordField', component: UiPasswordFieldExamples },
  { name: 'UiPortrait', component: UiPortraitExamples },
  { name: 'UiProgress', component: UiProgressExamples },
  { name: 'UiRadioGroup', component: UiRadioGroupExamples },
  { name: 'UiSearchField', component: UiSearchFieldExamples },
  { name: 'UiSectionNav', component: UiSectionNavExamples },
  { name: 'UiSelect', component: UiSelectExamples },
  { name: 'UiSkeleton', component: UiSkeletonExamples },
  { name: 'UiSteps', component: UiStepsExamples },
  { name: 'UiTable', component: UiTableExamples },
  { name: 'UiTag', component: UiTagExamples },
  { name: 'UiTextArea', component: UiTextAreaExamples },
  { name: 'UiTextField', component: UiTextFieldExamples },
  { name: 'VisuallyHidden', component: VisuallyHiddenExamples },
]
