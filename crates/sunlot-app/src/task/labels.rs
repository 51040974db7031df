//! What the parts of a task are called.

/// What a part of a task is called, by its name.
pub(crate) fn task_field(name: &str) -> &str {
    match name {
        "title" => "任务名称",
        "kind" => "任务类型",
        "basis" => "任务来源和依据",
        "superior" => "上级部署的文号",
        "plan" => "抽查计划",
        "items" => "抽查事项",
        "period" => "检查时间",
        "modes" => "检查方式",
        "scope" => "抽取范围",
        "strata" => "分层规则",
        "crew" => "检查组",
        "rules" => "细则配置",
        "unit" => "承办机构和责任人",
        other => other,
    }
}

/// What a kind of exclusion is called, by its name.
pub(crate) fn exclusion_kind(name: &str) -> &str {
    match name {
        "restricted" => "依法限制公开",
        _ => "其他依据",
    }
}
