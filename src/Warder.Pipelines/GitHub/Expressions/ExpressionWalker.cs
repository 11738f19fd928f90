namespace Warder.Pipelines.GitHub.Expressions;

/// <summary>Visits each part of an expression from left to right; override what is of interest.</summary>
public abstract class ExpressionWalker
{
    /// <summary>Visits a node; the base visits the parts of the node.</summary>
    public virtual void Visit(ExpressionNode node)
    {
        switch (node)
        {
            case ExpressionNode.Access access:
                VisitAccess(access);
                break;
            case ExpressionNode.Call call:
                VisitCall(call);
                break;
            case ExpressionNode.Not not:
                Visit(not.Operand);
                break;
            case ExpressionNode.Binary binary:
                Visit(binary.Left);
                Visit(binary.Right);
                break;
            case ExpressionNode.Context context:
                VisitContext(context);
                break;
        }
    }

    /// <summary>Visits a context's name.</summary>
    protected virtual void VisitContext(ExpressionNode.Context context)
    {
    }

    /// <summary>Visits a property or item; the base visits its target and its index.</summary>
    protected virtual void VisitAccess(ExpressionNode.Access access)
    {
        Visit(access.Target);
        if (access.Index is not null)
        {
            Visit(access.Index);
        }
    }

    /// <summary>Visits a call; the base visits its arguments.</summary>
    protected virtual void VisitCall(ExpressionNode.Call call)
    {
        foreach (var argument in call.Arguments)
        {
            Visit(argument);
        }
    }
}
