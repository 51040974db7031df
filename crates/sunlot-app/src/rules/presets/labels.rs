//! What the offices are called whose rules one may begin with, and what their documents say.

use sunlot_rules::profile::Preset;

use super::super::labels::GENERAL;

/// What people call it.
pub(super) fn label(preset: Preset) -> &'static str {
    match preset {
        Preset::General => GENERAL,
        Preset::Xushui => "徐水区气象局",
        Preset::Dawa => "大洼区粮食和物资储备局",
        Preset::Xiping => "西平县科工局",
        Preset::Shancheng => "山城区",
        Preset::Huantai => "桓台县",
    }
}

/// The document.
pub(super) fn source(preset: Preset) -> &'static str {
    match preset {
        Preset::General => "",
        Preset::Xushui => "《双随机抽查机制加强事中事后监管的实施细则（试行）》",
        Preset::Dawa => "《“双随机”抽查机制规范事中事后监管实施细则》",
        Preset::Xiping => "《关于“双随机、一公开”抽查工作实施细则（试行）》（西科工〔2020〕60号）",
        Preset::Shancheng => "《山城区推广“双随机”抽查规范事中事后监管工作实施方案》（山政办〔2016〕26号）",
        Preset::Huantai => "《桓台县深入推进“双随机一公开”监管工作实施意见》",
    }
}

/// What it says, in a sentence.
pub(super) fn said(preset: Preset) -> &'static str {
    match preset {
        Preset::General => "没有自己的规定时使用：各地文件里较严的写法，触发标志取全部。",
        Preset::Xushui => {
            "二（四）：一年内不超过 2 次写的是其他领域，食品安全、安全生产、环境保护等重点领域加大力度；新成立、投诉举报多、经营异常、失信、严重违法的增加频次。"
        }
        Preset::Dawa => {
            "二（四）：一年内不超过 2 次，不分领域；上级部署的检查从其规定，不占次数；三（五）：自抽查之日起 20 个工作日内公示。"
        }
        Preset::Xiping => {
            "二（三）1：列入黑名单的提高比例和频次；二（三）5：自抽查结束之日起 20 个工作日内公示；全局持证人员只有 2 名，不用轮换。"
        }
        Preset::Shancheng => {
            "四（三）1：正常的自检查结束之日起、有问题的自处理决定之日起 20 个工作日内公示；投诉举报多、有严重违法违规记录的加大力度。"
        }
        Preset::Huantai => {
            "第 5 条：对社会关注度高、投诉举报多、涉及生命财产安全的特殊行业、经营异常或严重违法的，提高抽查的比例和频次。"
        }
    }
}
